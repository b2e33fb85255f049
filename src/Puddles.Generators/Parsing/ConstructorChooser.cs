namespace Puddles.Generators.Parsing;

/// <summary>Chooses the constructor that makes an object from its members.</summary>
internal static class ConstructorChooser
{
    /// <summary>The one that loses no member, with the fewest parameters; null where none can be called.</summary>
    public static Constructor? Choose(INamedTypeSymbol type, IReadOnlyList<Member> members, Compilation compilation) =>
        type.InstanceConstructors
            .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly))
            .Select(constructor => (Symbol: constructor, Match: Match(constructor, members)))
            .Where(candidate => candidate.Match is { } match && CanInitialize(type, members, match))
            .OrderByDescending(candidate => candidate.Match!.Members.Count(static member => !member.IsSettable))
            .ThenBy(static candidate => candidate.Match!.Members.Count)
            .ThenBy(static candidate => candidate.Symbol.ToDisplayString(), StringComparer.Ordinal)
            .Select(static candidate => candidate.Match)
            .FirstOrDefault();

    private static Constructor? Match(IMethodSymbol constructor, IReadOnlyList<Member> members)
    {
        var matched = new List<Member>();
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            Member? member = members.FirstOrDefault(member => Fits(parameter, member, StringComparison.Ordinal))
                ?? members.FirstOrDefault(member => Fits(parameter, member, StringComparison.OrdinalIgnoreCase));
            if (member is null || matched.Contains(member))
            {
                return null;
            }

            matched.Add(member);
        }

        return new Constructor(matched, [.. constructor.Parameters.Select(DefaultValue.Of)], SetsRequired(constructor));
    }

    private static bool Fits(IParameterSymbol parameter, Member member, StringComparison comparison) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && string.Equals(parameter.Name, member.Name, comparison)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, member.Type);

    private static bool SetsRequired(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(static attribute =>
            attribute.AttributeClass?.Is("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute") == true);

    private static bool CanInitialize(INamedTypeSymbol type, IReadOnlyList<Member> members, Constructor constructor)
    {
        if (constructor.SetsRequired)
        {
            return true;
        }

        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol symbol in level.GetMembers())
            {
                if (symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                    && !members.Any(member => member.Name == symbol.Name && member.IsSettable))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
