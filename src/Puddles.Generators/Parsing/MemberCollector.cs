using Puddles.Generators.Parsing.Keyed;

namespace Puddles.Generators.Parsing;

/// <summary>Finds the public members of an object, inherited ones included.</summary>
internal static class MemberCollector
{
    /// <summary>The members by ordinal order of their names, so that the order of declaration changes nothing.</summary>
    public static IReadOnlyList<Member> Collect(INamedTypeSymbol type, Compilation compilation)
    {
        var members = new SortedDictionary<string, Member>(StringComparer.Ordinal);
        for (INamedTypeSymbol? level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (ISymbol symbol in level.GetMembers())
            {
                // The most derived of several members of one name is the one that code sees.
                if (!members.ContainsKey(symbol.Name) && From(symbol, level, compilation) is { } member)
                {
                    members.Add(member.Name, member);
                }
            }
        }

        return [.. members.Values];
    }

    private static Member? From(ISymbol symbol, INamedTypeSymbol level, Compilation compilation) => symbol switch
    {
        { IsStatic: true } or { DeclaredAccessibility: not Accessibility.Public } => null,
        _ when KeyedTypes.IsIgnored(symbol) => null,
        IPropertySymbol { IsIndexer: false, RefKind: RefKind.None, GetMethod: { } getter } property
            when compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly) =>
            new Member(
                property,
                property.Type,
                property.SetMethod is { } setter && compilation.IsSymbolAccessibleWithin(setter, compilation.Assembly),
                property.IsRequired,
                IsStored: IsAutomatic(property, level)),
        IFieldSymbol { IsConst: false, RefKind: RefKind.None, IsImplicitlyDeclared: false } field =>
            new Member(field, field.Type, !field.IsReadOnly, field.IsRequired, IsStored: true),
        _ => null,
    };

    // A reference assembly has no private fields, but there the accessor says that the compiler wrote it.
    private static bool IsAutomatic(IPropertySymbol property, INamedTypeSymbol level) =>
        property.GetMethod!.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Is("System.Runtime.CompilerServices", "CompilerGeneratedAttribute") == true) ||
        level.GetMembers().OfType<IFieldSymbol>().Any(field =>
            SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));
}
