using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Puddles.Generators.Parsing.Surfaces;

namespace Puddles.Generators.Parsing;

/// <summary>Turns a compilation into the model of all that is generated for it.</summary>
internal static class ProjectParser
{
    public static ProjectModel Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        TreeSurface[] trees = [.. compilation.SyntaxTrees.Select(tree => TreeSurface.Of(tree, cancellationToken))];
        var candidates = new TaskCandidates(trees);
        var tasks = new List<TaskModel>();
        var heads = new List<HeadModel>();
        foreach (TreeSurface tree in trees)
        {
            tasks.AddRange(candidates.In(tree).Select(method => Task(method, compilation, cancellationToken)).OfType<TaskModel>());
            heads.AddRange(tree.Heads.Select(head => Head(head, compilation, cancellationToken)).OfType<HeadModel>());
        }

        // A partial class may be seen at several places.
        return new ProjectModel(
            AssemblyParser.Parse(compilation),
            new(tasks),
            new(heads.Distinct().OrderBy(static head => head.Id)));
    }

    private static TaskModel? Task(MethodDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is { } method
            && TaskAttribute.Find(method) is { } attribute
                ? TaskParser.Parse(method, attribute, compilation, new Findings(method), cancellationToken)
                : null;
    }

    private static HeadModel? Head(ClassDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.GetSemanticModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is { } type
            ? HeadParser.Parse(type, compilation)
            : null;
}
