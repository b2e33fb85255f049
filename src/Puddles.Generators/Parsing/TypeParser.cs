using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>
/// Turns the types of one task into models, each once, and finds those that cannot be passed. A null answer means that
/// the type is not usable; why is among the findings, unless the compiler says it already.
/// </summary>
internal sealed class TypeParser(Compilation compilation, string generatedNamespace, Findings findings)
{
    private readonly Dictionary<string, TypeModel?> _models = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private ISymbol? _user;
    private string _use = "";

    /// <summary>The types that need a codec, by the names of their codecs.</summary>
    public IReadOnlyDictionary<string, TypeModel?> Models => _models;

    /// <summary>Parses the type of a parameter or of a result.</summary>
    /// <param name="type">The type.</param>
    /// <param name="user">The parameter or the method, where a finding is shown.</param>
    /// <param name="use">What it is, for messages.</param>
    public TypeRef? ParseSignature(ITypeSymbol type, ISymbol user, string use)
    {
        _user = user;
        _use = use;
        return Parse(type, type.ToDisplayString(TypeNames.Message));
    }

    /// <summary>Parses a type that is reached by a path from a signature.</summary>
    public TypeRef? Parse(ITypeSymbol type, string path)
    {
        ITypeSymbol bare = type;
        bool isNullable = type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            bare = nullable.TypeArguments[0];
            isNullable = true;
        }

        bare = bare.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        string name = bare.ToDisplayString(TypeNames.Code);
        if (KnownTypes.Scalar(bare) is { } scalar)
        {
            return Use(scalar.Encoding, scalar.Codec, "", scalar.Schema);
        }

        if (TypeRules.WhyNot(bare) is { } why)
        {
            return Refuse(path, why);
        }

        if (bare.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (!Reachability.IsReachable(bare, compilation))
        {
            findings.Add(PuddleDiagnostics.InaccessibleType, _user!, _use, path, bare.ToDisplayString(TypeNames.Message));
            return null;
        }

        if (bare is INamedTypeSymbol { EnumUnderlyingType: { } number })
        {
            return Use(ValueEncoding.Enum, KnownTypes.Scalar(number)!.Value.Codec, number.ToDisplayString(), SchemaText.OfEnum((INamedTypeSymbol)bare));
        }

        var codec = new CodecName(generatedNamespace, Identifiers.Unique(Identifiers.Words(bare.ToDisplayString(TypeNames.Message)) + "Codec", name));
        return EnsureModel(bare, name, codec, path)
            ? Use(ValueEncoding.Generated, codec.FullName, "", bare.ToDisplayString(TypeNames.Schema))
            : null;

        TypeRef Use(ValueEncoding encoding, string codecName, string cast, string schema) =>
            new(isNullable ? name + "?" : name, name, bare.IsReferenceType, isNullable, encoding, codecName, cast, schema);
    }

    /// <summary>Whether a type of no collection is written by its members alone, or is being parsed as one.</summary>
    public bool IsPlainObject(INamedTypeSymbol type) =>
        Parse(type, "") is { Encoding: ValueEncoding.Generated } known && _models[known.Codec] is null or ObjectModel;

    /// <summary>Notes why a type cannot be passed.</summary>
    public TypeRef? Refuse(string path, string why)
    {
        findings.Add(PuddleDiagnostics.UnsupportedType, _user!, _use, path, why);
        return null;
    }

    private bool EnsureModel(ITypeSymbol type, string name, CodecName codec, string path)
    {
        if (_models.TryGetValue(codec.FullName, out TypeModel? known))
        {
            // Null stands for a type that refers to itself and is still being parsed, or one that was refused already.
            return known is not null || _open.Contains(codec.FullName);
        }

        _models.Add(codec.FullName, null);
        _open.Add(codec.FullName);
        TypeModel? model = CreateModel(type, name, codec, path);
        _open.Remove(codec.FullName);
        _models[codec.FullName] = model;
        return model is not null;
    }

    private TypeModel? CreateModel(ITypeSymbol type, string name, CodecName codec, string path)
    {
        string display = type.ToDisplayString(TypeNames.Message);
        var collections = new CollectionParser(compilation, this);
        switch (type)
        {
            case IArrayTypeSymbol array:
                return collections.ParseArray(array, name, codec, display, path);
            case INamedTypeSymbol tuple when tuple.IsTupleType || TupleParser.IsTupleClass(tuple):
                return TupleParser.Parse(tuple, name, codec, display, path, this);
            case INamedTypeSymbol sequence when KnownTypes.Sequence(sequence) is { } form:
                return collections.ParseSequence(sequence, form, name, codec, display, path);
            case INamedTypeSymbol dictionary when FrameworkCollections.Dictionary(dictionary) is { } make:
                return collections.ParseDictionary(dictionary, make, name, codec, display, path);
            case INamedTypeSymbol plain:
                return new ObjectParser(plain, compilation, this).Parse(name, codec, display, path);
            default:
                return null;
        }
    }
}
