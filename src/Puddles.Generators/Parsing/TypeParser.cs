using Puddles.Generators.Diagnostics;
using Puddles.Generators.Parsing.Formatters;
using Puddles.Generators.Parsing.Keyed;
using Puddles.Generators.Parsing.Unions;

namespace Puddles.Generators.Parsing;

/// <summary>
/// Turns a type and all that is behind it into models, each once, and finds what cannot be passed. A null answer means that
/// the type is not usable; why is among the findings, unless the compiler says it already.
/// </summary>
internal sealed class TypeParser
{
    private readonly TypeParserState _state;

    public TypeParser(TypeParserState state)
        : this(state, WireForm.Puddles)
    {
    }

    private TypeParser(TypeParserState state, WireForm form)
    {
        _state = state;
        Form = form;
    }

    /// <summary>In whose form it takes values to be written.</summary>
    public WireForm Form { get; }

    /// <summary>Parses the type of a parameter or of a result.</summary>
    public TypeRef? ParseSignature(ITypeSymbol type)
    {
        string path = type.ToDisplayString(TypeNames.Message);
        if (Parse(type, path) is not { } parsed)
        {
            return null;
        }

        return EndlessTypes.Find(_state.Models) is { } endless
            ? Refuse(PuddleDiagnostics.EndlessType, path, $"leads to '{endless.Display}', which contains itself without an end: let the member that leads back be null, or a list")
            : parsed;
    }

    /// <summary>Parses the type of a member, which may ask for a formatter of its own.</summary>
    public TypeRef? ParseMember(ISymbol member, ITypeSymbol type, string path) =>
        FormatterParser.OfMember(member) is { } use
            ? _state.Formatters.Parse(use, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), isNullable: false, this, path)
            : Parse(type, path);

    /// <summary>Parses a type that a closed hierarchy lists; the base itself is taken for no hierarchy then.</summary>
    public TypeRef? ParseCase(ITypeSymbol type, bool isBase, string path) =>
        Parse(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), path, isCase: true, isBase);

    /// <summary>Parses a type that is reached by a path from a signature.</summary>
    public TypeRef? Parse(ITypeSymbol type, string path) => Parse(type, path, isCase: false, isBase: false);

    /// <summary>Keeps a formatter of MessagePack's kind for a type.</summary>
    /// <returns>The name of the class that holds it.</returns>
    public CodecName Keep(ITypeSymbol type, string formatter, string instance)
    {
        string name = type.ToDisplayString(TypeNames.Code) + (type.IsReferenceType ? "?" : "");
        string display = type.ToDisplayString(TypeNames.Message);
        var codec = new CodecName(_state.GeneratedNamespace, Identifiers.Unique(Identifiers.Words(display) + "Formatter", $"{name} {instance}"));
        _state.Models[codec.FullName] = new FormatterModel(name, codec, display, type.IsReferenceType, formatter, instance);
        return codec;
    }

    /// <summary>Notes why a type cannot be passed, to follow "is".</summary>
    public TypeRef? Refuse(string path, string why) => Refuse(PuddleDiagnostics.UnsupportedType, path, why);

    /// <summary>Notes what is wrong with a type.</summary>
    public TypeRef? Refuse(DiagnosticDescriptor descriptor, string path, string why)
    {
        _state.Add(descriptor, path, why);
        return null;
    }

    /// <summary>Whether a type of no collection is written by its members alone, or is being parsed as one.</summary>
    public bool IsPlainObject(INamedTypeSymbol type) =>
        Parse(type, "") is { Encoding: ValueEncoding.Generated } known && _state.Models[known.Codec] is null or ObjectModel;

    /// <summary>Whether a user's own code writes a type.</summary>
    public bool HasFormatter(ITypeSymbol type) => _state.Formatters.OfType(type) is not null;

    private TypeRef? Parse(ITypeSymbol type, string path, bool isCase, bool isBase)
    {
        ITypeSymbol bare = type;
        bool isNullable = type.IsReferenceType && !isCase && (Form == WireForm.MessagePack || type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            bare = nullable.TypeArguments[0];
            isNullable = true;
        }

        bare = bare.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        string name = bare.ToDisplayString(TypeNames.Code);
        if (_state.Formatters.OfType(bare) is { } formatter)
        {
            return _state.Formatters.Parse(formatter, bare, isNullable, this, path);
        }

        if (KnownTypes.Scalar(bare, Form) is { } scalar)
        {
            return Use(scalar.Encoding, scalar.Codec, "", scalar.Schema);
        }

        UnionDeclaration? union = isBase ? null : UnionDeclaration.Of(bare);
        if (union is null && TypeRules.WhyNot(bare) is { } why)
        {
            return Refuse(path, why);
        }

        if (bare.TypeKind == TypeKind.Error)
        {
            return null;
        }

        if (!Reachability.IsReachable(bare, _state.Compilation))
        {
            return Refuse(PuddleDiagnostics.InaccessibleType, path, bare.ToDisplayString(TypeNames.Message));
        }

        if (bare is INamedTypeSymbol { EnumUnderlyingType: { } number })
        {
            return Use(ValueEncoding.Enum, KnownTypes.Scalar(number, Form)!.Value.Codec, number.ToDisplayString(), SchemaText.OfEnum((INamedTypeSymbol)bare));
        }

        // A marked type is written in the same way wherever it stands.
        bool isMarked = union is null && bare is INamedTypeSymbol named && KeyedTypes.IsMarked(named);
        TypeParser inside = In(isMarked ? WireForm.MessagePack : union?.Form ?? Form);
        CodecName codec = inside.CodecFor(bare, name, isBase);
        return inside.EnsureModel(codec, () => union is null
            ? inside.CreateModel(bare, name, codec, path)
            : new UnionParser((INamedTypeSymbol)bare, union, _state.Compilation, inside).Parse(name, codec, bare.ToDisplayString(TypeNames.Message), path))
            ? Use(ValueEncoding.Generated, codec.FullName, "", inside.SchemaName(bare, isBase))
            : null;

        TypeRef Use(ValueEncoding encoding, string codecName, string cast, string schema) =>
            new(isNullable ? name + "?" : name, name, bare.IsReferenceType, isNullable, encoding, codecName, cast, schema);
    }

    private TypeParser In(WireForm form) => form == Form ? this : new TypeParser(_state, form);

    // A class that lists itself has two codecs: one for whatever is behind it, and one for its own members.
    private CodecName CodecFor(ITypeSymbol type, string name, bool isBase)
    {
        string kind = (Form == WireForm.MessagePack ? "MessagePack" : "") + (isBase ? "Itself" : "") + "Codec";
        return new CodecName(_state.GeneratedNamespace, Identifiers.Unique(Identifiers.Words(type.ToDisplayString(TypeNames.Message)) + kind, name));
    }

    private string SchemaName(ITypeSymbol type, bool isBase) =>
        type.ToDisplayString(TypeNames.Schema) + (isBase ? " itself" : "") + (Form == WireForm.MessagePack ? " as MessagePack" : "");

    private bool EnsureModel(CodecName codec, Func<TypeModel?> create)
    {
        if (_state.Models.TryGetValue(codec.FullName, out TypeModel? known))
        {
            // Null stands for a type that refers to itself and is still being parsed, or one that was refused already.
            return known is not null || _state.Open.Contains(codec.FullName);
        }

        _state.Models.Add(codec.FullName, null);
        _state.Open.Add(codec.FullName);
        TypeModel? model = create();
        _state.Open.Remove(codec.FullName);
        _state.Models[codec.FullName] = model;
        return model is not null;
    }

    private TypeModel? CreateModel(ITypeSymbol type, string name, CodecName codec, string path)
    {
        string display = type.ToDisplayString(TypeNames.Message);
        var collections = new CollectionParser(_state.Compilation, this);
        switch (type)
        {
            case IArrayTypeSymbol array:
                return collections.ParseArray(array, name, codec, display, path);
            case INamedTypeSymbol tuple when TupleParser.IsTuple(tuple, Form):
                return TupleParser.Parse(tuple, name, codec, display, path, this);
            case INamedTypeSymbol sequence when KnownTypes.Sequence(sequence, Form) is { } form:
                return collections.ParseSequence(sequence, form, name, codec, display, path);
            case INamedTypeSymbol dictionary when FrameworkCollections.Dictionary(dictionary) is { } make:
                return collections.ParseDictionary(dictionary, make, name, codec, display, path);
            case INamedTypeSymbol marked when KeyedTypes.IsMarked(marked):
                return new KeyedParser(marked, _state.Compilation, this).Parse(name, codec, display, path);
            case INamedTypeSymbol plain:
                return new ObjectParser(plain, _state.Compilation, this).Parse(name, codec, display, path);
            default:
                return null;
        }
    }
}
