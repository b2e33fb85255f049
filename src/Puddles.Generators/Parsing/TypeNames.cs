namespace Puddles.Generators.Parsing;

/// <summary>How types are spelled, in code and in messages.</summary>
internal static class TypeNames
{
    /// <summary>As C# that means the same wherever it stands, with nullable annotations.</summary>
    public static readonly SymbolDisplayFormat Code = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>With namespaces and with nullable annotations, for the contract.</summary>
    public static readonly SymbolDisplayFormat Schema = Code
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>With namespaces, for the wire name of a task.</summary>
    public static readonly SymbolDisplayFormat Wire = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Short, for messages.</summary>
    public static readonly SymbolDisplayFormat Message = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Whether a type is the one of that name and namespace.</summary>
    public static bool Is(this ITypeSymbol type, string @namespace, string metadataName) =>
        type.OriginalDefinition.MetadataName == metadataName
        && type.ContainingType is null
        && IsNamed(type.ContainingNamespace, @namespace);

    // It is asked of nearly every symbol, so it spells no name.
    private static bool IsNamed(INamespaceSymbol? space, string name)
    {
        int end = name.Length;
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            int start = end - space.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, space.Name, 0, space.Name.Length) != 0 || (start > 0 && name[start - 1] != '.'))
            {
                return false;
            }

            end = start - 1;
        }

        return space is not null && end == -1;
    }
}
