namespace Puddles.Generators.Parsing;

/// <summary>Looks attributes up by name, so that what defines them need not be referenced.</summary>
internal static class Attributes
{
    public const string MessagePack = "MessagePack";
    public const string DataContracts = "System.Runtime.Serialization";

    /// <summary>The attribute of a symbol; null where it has none.</summary>
    public static AttributeData? Find(this ISymbol symbol, string @namespace, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Is(@namespace, name) == true);

    /// <summary>The attribute of a member, or of the one that it overrides.</summary>
    public static AttributeData? FindInherited(this ISymbol symbol, string @namespace, string name)
    {
        for (ISymbol? level = symbol; level is not null; level = (level as IPropertySymbol)?.OverriddenProperty)
        {
            if (level.Find(@namespace, name) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, string @namespace, string name) => symbol.Find(@namespace, name) is not null;

    /// <summary>An argument of its constructor; null where there is none, or not one value.</summary>
    public static object? Argument(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position].Kind != TypedConstantKind.Array
            ? attribute.ConstructorArguments[position].Value
            : null;

    /// <summary>What an attribute sets by name; null where it does not.</summary>
    public static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
