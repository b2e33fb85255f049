namespace Puddles.Generators.Parsing.Keyed;

/// <summary>Lists properties and fields in the order in which MessagePack comes by them, which is their order on the wire.</summary>
internal static class MemberOrder
{
    /// <summary>All properties, then all fields, each from the base class on.</summary>
    public static IEnumerable<ISymbol> PropertiesThenFields(INamedTypeSymbol type) =>
        Levels(type).SelectMany(Properties).Concat(Levels(type).SelectMany(Fields));

    /// <summary>Class by class from the base on, properties before fields, without what a class below replaces.</summary>
    public static IEnumerable<ISymbol> LevelByLevel(INamedTypeSymbol type) =>
        Levels(type).SelectMany(level => Properties(level).Where(property => !IsReplaced(property, type)).Concat(Fields(level)));

    private static Stack<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        var levels = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            levels.Push(level);
        }

        return levels;
    }

    private static IEnumerable<ISymbol> Properties(INamedTypeSymbol level) =>
        level.GetMembers().OfType<IPropertySymbol>().Where(property =>
            !property.IsStatic && !property.IsIndexer && property.RefKind == RefKind.None && !(level.IsRecord && property.Name == "EqualityContract"));

    private static IEnumerable<ISymbol> Fields(INamedTypeSymbol level) =>
        level.GetMembers().OfType<IFieldSymbol>().Where(static field =>
            !field.IsStatic && !field.IsImplicitlyDeclared && field.CanBeReferencedByName && field.RefKind == RefKind.None);

    // Reflection shows of several properties of one name and type the most derived alone.
    private static bool IsReplaced(ISymbol property, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null && !SymbolEqualityComparer.Default.Equals(level, property.ContainingType); level = level.BaseType)
        {
            if (level.GetMembers(property.Name).OfType<IPropertySymbol>().Any(other =>
                SymbolEqualityComparer.Default.Equals(other.Type, ((IPropertySymbol)property).Type)))
            {
                return true;
            }
        }

        return false;
    }
}
