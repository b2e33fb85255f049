using Microsoft.CodeAnalysis.CSharp.Syntax;
using Puddles.Generators.Parsing.Surfaces;

namespace Puddles.Generators.Parsing;

/// <summary>Finds the methods that may be tasks by how their attributes are spelled, which needs no symbols.</summary>
internal sealed class TaskCandidates
{
    private const string Suffix = "Attribute";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "PuddleTask" + Suffix };

    public TaskCandidates(IEnumerable<TreeSurface> trees)
    {
        (string Alias, string Target)[] aliases = [.. trees.SelectMany(static tree => tree.Aliases)];

        // An alias may name another one.
        while (aliases.Any(alias => _names.Contains(alias.Target) && _names.Add(alias.Alias)))
        {
        }
    }

    public IEnumerable<MethodDeclarationSyntax> In(TreeSurface tree) => tree.Methods.Where(IsCandidate);

    /// <summary>The last part of a name.</summary>
    public static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private bool IsCandidate(MethodDeclarationSyntax method) =>
        method.AttributeLists.Any(list => list.Attributes.Any(attribute =>
            LastName(attribute.Name) is var name && (_names.Contains(name) || _names.Contains(name + Suffix))));
}
