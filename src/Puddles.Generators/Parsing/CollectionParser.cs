using System.Collections.Immutable;

namespace Puddles.Generators.Parsing;

/// <summary>Parses arrays, collections and dictionaries.</summary>
internal sealed class CollectionParser(Compilation compilation, TypeParser types)
{
    public TypeModel? ParseArray(IArrayTypeSymbol array, string name, CodecName codec, string display, string path) =>
        types.Parse(array.ElementType, path + "[]") is not { } element ? null
        : array.IsSZArray ? new SequenceModel(name, codec, display, IsReference: true, new SequenceForm(SequenceShape.Array, "", ""), element, IsBlock(array.ElementType))
        : new GridModel(name, codec, display, array.Rank, element, IsBlock(array.ElementType));

    public SequenceModel? ParseSequence(INamedTypeSymbol sequence, SequenceForm form, string name, CodecName codec, string display, string path)
    {
        ITypeSymbol item = sequence.Arity == 1 ? sequence.TypeArguments[0] : PairOf(sequence);
        return types.Parse(item, path + "[]") is { } element
            ? new SequenceModel(name, codec, display, sequence.IsReferenceType, form, element, IsBlock(item))
            : null;
    }

    public DictionaryModel? ParseDictionary(INamedTypeSymbol dictionary, string make, string name, CodecName codec, string display, string path) =>
        types.Parse(dictionary.TypeArguments[0], path + ".Keys[]") is { } key
        && types.Parse(dictionary.TypeArguments[1], path + ".Values[]") is { } value
            ? new DictionaryModel(name, codec, display, key, value, make)
            : null;

    // Primitive, of fixed size, and every pattern of bits is a value.
    private static bool IsBlock(ITypeSymbol element) =>
        element.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char
            or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double
        || element.Is("System", "Half") || element.Is("System", "Int128") || element.Is("System", "UInt128");

    private INamedTypeSymbol PairOf(INamedTypeSymbol queue) =>
        compilation.CreateTupleTypeSymbol(
            queue.TypeArguments,
            elementNullableAnnotations: ImmutableArray.CreateRange(queue.TypeArguments.Select(static argument => argument.NullableAnnotation)));
}
