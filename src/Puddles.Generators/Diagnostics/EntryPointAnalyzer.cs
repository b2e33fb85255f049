using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>Says where a program uses tasks, but its entry point does not first ask whether it is a worker.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntryPointAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PuddleDiagnostics.MissingInit];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // Whoever did not write the entry point cannot change it; the pool says at run time what to do then.
        if (!AssemblyParser.IsExecutable(context.Compilation)
            || context.Compilation.GetEntryPoint(context.CancellationToken) is not { } entryPoint
            || entryPoint.DeclaringSyntaxReferences.All(static reference => GeneratedSource.Contains(reference.SyntaxTree)))
        {
            return;
        }

        var program = new ProgramUsage(entryPoint);
        context.RegisterSymbolAction(symbol => program.SeeMethod((IMethodSymbol)symbol.Symbol), SymbolKind.Method);
        context.RegisterOperationAction(
            operation => program.SeeOperation(operation.Operation),
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.PropertyReference);
        if (entryPoint.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is CompilationUnitSyntax)
        {
            context.RegisterSyntaxNodeAction(unit => SeeTopLevel(unit, program), SyntaxKind.CompilationUnit);
        }
        else
        {
            context.RegisterOperationBlockAction(block => program.SeeBlock(block.OwningSymbol, block.OperationBlocks));
        }

        context.RegisterCompilationEndAction(end => Report(end, program));
    }

    // The block of top-level statements does not hold them as they are written.
    private static void SeeTopLevel(SyntaxNodeAnalysisContext context, ProgramUsage program)
    {
        GlobalStatementSyntax[] statements = [.. ((CompilationUnitSyntax)context.Node).Members.OfType<GlobalStatementSyntax>()];
        if (statements.Length > 0)
        {
            program.SeeFirst(statements
                .Select(statement => context.SemanticModel.GetOperation(statement.Statement, context.CancellationToken))
                .OfType<IOperation>());
        }
    }

    private static void Report(CompilationAnalysisContext context, ProgramUsage program)
    {
        if (program is { UsesTasks: true, CallsInitFirst: false })
        {
            context.ReportDiagnostic(Diagnostic.Create(PuddleDiagnostics.MissingInit, program.Location));
        }
    }
}
