using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Parsing;

/// <summary>Finds members that have the name of a helper, and overloads whose helpers would be the same.</summary>
internal static class HelperCollisions
{
    private static readonly string[] Prefixes = ["Run", "Unit", "Count"];

    public static void Check(IMethodSymbol method, Findings findings)
    {
        foreach (string prefix in Prefixes)
        {
            if (method.ContainingType.GetMembers(prefix + method.Name).Any(static member => !GeneratedMembers.Contains(member)))
            {
                findings.Add(PuddleDiagnostics.HelperCollision, method, prefix + method.Name, "the type has a member of that name");
            }
        }

        if (method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other => HasSameHelpers(method, other)))
        {
            findings.Add(PuddleDiagnostics.HelperCollision, method, "Run" + method.Name, "another task differs only in parameters that helpers do not show");
        }
    }

    private static bool HasSameHelpers(IMethodSymbol method, IMethodSymbol other) =>
        method.GetDocumentationCommentId() != other.GetDocumentationCommentId()
        && TaskAttribute.Find(other) is not null
        && Shown(method).SequenceEqual(Shown(other), SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> Shown(IMethodSymbol method) =>
        method.Parameters
            .Select(static parameter => parameter.Type)
            .Where(static type => ParameterParser.KindOf(type) == ParameterKind.Serialized);
}
