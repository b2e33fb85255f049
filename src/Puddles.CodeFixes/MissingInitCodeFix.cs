using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Puddles.CodeFixes;

/// <summary>Adds <c>Puddle.Init()</c> as the first statement of a program.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MissingInitCodeFix : CodeFixProvider
{
    private const string Title = "Call Puddle.Init() first";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PUD015"];

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is CompilationUnitSyntax unit && WithInit(unit, unit.FindNode(context.Span)) is { } changed)
        {
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), equivalenceKey: Title),
                context.Diagnostics);
        }
    }

    private static CompilationUnitSyntax? WithInit(CompilationUnitSyntax unit, SyntaxNode place)
    {
        // Fully qualified, and shortened by the editor where the file has the namespace in scope.
        StatementSyntax init = SyntaxFactory.ParseStatement("global::Puddles.Puddle.Init();\n")
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        if (place.FirstAncestorOrSelf<GlobalStatementSyntax>() is { } statement)
        {
            int index = unit.Members.IndexOf(statement);
            return unit.WithMembers(unit.Members.Insert(index, SyntaxFactory.GlobalStatement(init)));
        }

        return place.FirstAncestorOrSelf<MethodDeclarationSyntax>() switch
        {
            { Body: { } body } => unit.ReplaceNode(body, body.WithStatements(body.Statements.Insert(0, init))),
            _ => null,
        };
    }
}
