using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>Says why a method with <c>[PuddleTask]</c> cannot be a task. It asks the same parser as the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PuddleTaskAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = PuddleDiagnostics.OfTasks;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var ids = new ConcurrentDictionary<ulong, ConcurrentBag<IMethodSymbol>>();
        context.RegisterSymbolAction(symbol => Check((IMethodSymbol)symbol.Symbol, symbol, ids), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(
            CheckLocal,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.SimpleLambdaExpression);
        context.RegisterCompilationEndAction(end => ReportCollisions(end, ids));
    }

    private static void Check(IMethodSymbol method, SymbolAnalysisContext context, ConcurrentDictionary<ulong, ConcurrentBag<IMethodSymbol>> ids)
    {
        if (TaskAttribute.Find(method) is not { } attribute)
        {
            return;
        }

        ParsedTask parsed = ParsedTask.Of(method, attribute, context.Compilation, context.CancellationToken);
        foreach (Finding finding in parsed.Findings)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }

        if (parsed.Task is { } task)
        {
            ids.GetOrAdd(task.Identity.Id, static _ => []).Add(method);
        }
    }

    // Local functions and lambdas are no symbols that an action on symbols sees.
    private static void CheckLocal(SyntaxNodeAnalysisContext context)
    {
        // Few have attributes, and to bind all others would be dear.
        if (context.Node is LambdaExpressionSyntax { AttributeLists.Count: 0 } or LocalFunctionStatementSyntax { AttributeLists.Count: 0 })
        {
            return;
        }

        ISymbol? symbol = context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol;
        if (symbol is IMethodSymbol method && TaskAttribute.Find(method) is not null)
        {
            var findings = new Findings(method);
            findings.Add(PuddleDiagnostics.NotAMethod, method);
            context.ReportDiagnostic(findings.All[0].ToDiagnostic());
        }
    }

    private static void ReportCollisions(CompilationAnalysisContext context, ConcurrentDictionary<ulong, ConcurrentBag<IMethodSymbol>> ids)
    {
        foreach (ConcurrentBag<IMethodSymbol> same in ids.Values.Where(static methods => methods.Count > 1))
        {
            foreach (IMethodSymbol method in same)
            {
                IMethodSymbol other = same.First(candidate => !SymbolEqualityComparer.Default.Equals(candidate, method));
                var findings = new Findings(method);
                findings.Add(PuddleDiagnostics.SameId, method, other.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
                context.ReportDiagnostic(findings.All[0].ToDiagnostic());
            }
        }
    }
}
