namespace Puddles.Generators.Parsing;

/// <summary>The types that need no generated codec, and the collections that do.</summary>
internal static class KnownTypes
{
    private const string Serialization = "global::Puddles.Serialization.";
    private const string Collections = "System.Collections.Generic";

    /// <summary>How a type without members of interest is written; null for any other type.</summary>
    public static (ValueEncoding Encoding, string Codec, string Schema)? Scalar(ITypeSymbol type, WireForm form) =>
        form == WireForm.MessagePack && MessagePackForms.Scalar(type) is { } other
            ? (ValueEncoding.Runtime, Serialization + other.Codec, other.Schema)
            : Scalar(type);

    /// <summary>How a collection is walked and made; null for any other type.</summary>
    public static SequenceForm? Sequence(INamedTypeSymbol type, WireForm form) =>
        Sequence(type) is not { } sequence ? null
        : form == WireForm.MessagePack ? MessagePackForms.Sequence(sequence)
        : sequence;

    private static (ValueEncoding Encoding, string Codec, string Schema)? Scalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => (ValueEncoding.Primitive, "Boolean", "bool"),
        SpecialType.System_SByte => (ValueEncoding.Primitive, "SByte", "sbyte"),
        SpecialType.System_Byte => (ValueEncoding.Primitive, "Byte", "byte"),
        SpecialType.System_Int16 => (ValueEncoding.Primitive, "Int16", "short"),
        SpecialType.System_UInt16 => (ValueEncoding.Primitive, "UInt16", "ushort"),
        SpecialType.System_Int32 => (ValueEncoding.Primitive, "Int32", "int"),
        SpecialType.System_UInt32 => (ValueEncoding.Primitive, "UInt32", "uint"),
        SpecialType.System_Int64 => (ValueEncoding.Primitive, "Int64", "long"),
        SpecialType.System_UInt64 => (ValueEncoding.Primitive, "UInt64", "ulong"),
        SpecialType.System_Char => (ValueEncoding.Primitive, "Char", "char"),
        SpecialType.System_Single => (ValueEncoding.Primitive, "Single", "float"),
        SpecialType.System_Double => (ValueEncoding.Primitive, "Double", "double"),
        SpecialType.System_String => (ValueEncoding.Runtime, Serialization + "StringCodec", "string"),
        SpecialType.System_Decimal => (ValueEncoding.Runtime, Serialization + "DecimalCodec", "decimal"),
        SpecialType.System_DateTime => (ValueEncoding.Runtime, Serialization + "DateTimeCodec", "datetime"),
        _ when type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } =>
            (ValueEncoding.Runtime, Serialization + "BytesCodec", "bytes"),
        _ when IsByteSequence(type) => (ValueEncoding.Runtime, Serialization + "ByteSequenceCodec", "bytes"),
        _ when FrameworkScalars.Find(type) is { } known => (ValueEncoding.Runtime, Serialization + known.Codec, known.Schema),
        _ => null,
    };

    private static SequenceForm? Sequence(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType switch
    {
        SpecialType.System_Collections_Generic_IEnumerable_T or
        SpecialType.System_Collections_Generic_ICollection_T or
        SpecialType.System_Collections_Generic_IList_T or
        SpecialType.System_Collections_Generic_IReadOnlyCollection_T or
        SpecialType.System_Collections_Generic_IReadOnlyList_T => new SequenceForm(SequenceShape.Interface, "Items", "ToList"),
        _ when type.Is(Collections, "List`1") => new SequenceForm(SequenceShape.List, "", "ToList"),
        _ => FrameworkCollections.Sequence(type),
    };

    /// <summary>Whether a type of the framework is passed by what is in it.</summary>
    public static bool IsContainer(INamedTypeSymbol type) =>
        Sequence(type) is not null || FrameworkCollections.Dictionary(type) is not null || TupleParser.IsTupleClass(type);

    /// <summary>Whether it is a type of the framework that is read and written by its members.</summary>
    public static bool IsPlain(INamedTypeSymbol type) =>
        !IsOfFramework(type) || type.Is(Collections, "KeyValuePair`2");

    private static bool IsByteSequence(ITypeSymbol type) =>
        type.Is("System.Buffers", "ReadOnlySequence`1") && ((INamedTypeSymbol)type).TypeArguments[0].SpecialType == SpecialType.System_Byte;

    private static bool IsOfFramework(ITypeSymbol type)
    {
        string assembly = type.ContainingAssembly.Name;
        return assembly.StartsWith("System.", StringComparison.Ordinal)
            || assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
            || assembly is "System" or "mscorlib" or "netstandard";
    }
}
