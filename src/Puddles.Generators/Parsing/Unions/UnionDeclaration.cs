namespace Puddles.Generators.Parsing.Unions;

/// <summary>A class or an interface that lists what may be behind it.</summary>
/// <param name="Form">In whose form it is written.</param>
/// <param name="Cases">What it lists, in its order; the type is null where it is not given as one, the key is null where there is none.</param>
internal sealed record UnionDeclaration(WireForm? Form, IReadOnlyList<(UnionKey? Key, ITypeSymbol? Type)> Cases)
{
    /// <summary>What the attributes of a type say, [PuddleUnion] before [Union] before [JsonDerivedType]; null for any other type.</summary>
    public static UnionDeclaration? Of(ITypeSymbol type) =>
        type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, IsSealed: false } ? null
        : Of(type, "Puddles", "PuddleUnionAttribute", form: null, keyFirst: true)
            ?? Of(type, Attributes.MessagePack, "UnionAttribute", WireForm.MessagePack, keyFirst: true)
            ?? WithBase(type, Of(type, "System.Text.Json.Serialization", "JsonDerivedTypeAttribute", form: null, keyFirst: false));

    private static UnionDeclaration? Of(ITypeSymbol type, string @namespace, string name, WireForm? form, bool keyFirst)
    {
        AttributeData[] attributes = [.. type.GetAttributes().Where(attribute => attribute.AttributeClass?.Is(@namespace, name) == true)];
        return attributes.Length == 0
            ? null
            : new UnionDeclaration(form, [.. attributes.Select(attribute =>
                (KeyOf(attribute.Argument(keyFirst ? 0 : 1)), attribute.Argument(keyFirst ? 1 : 0) as ITypeSymbol))]);
    }

    // System.Text.Json writes a base that does not list itself without a key.
    private static UnionDeclaration? WithBase(ITypeSymbol type, UnionDeclaration? declaration) =>
        declaration is null || type.IsAbstract || declaration.Cases.Any(@case => SymbolEqualityComparer.Default.Equals(@case.Type, type))
            ? declaration
            : declaration with { Cases = [.. declaration.Cases, (new UnionKey(null, null), type)] };

    private static UnionKey? KeyOf(object? value) => value switch
    {
        int number => new UnionKey(number, null),
        string text => new UnionKey(null, text),
        _ => null,
    };
}
