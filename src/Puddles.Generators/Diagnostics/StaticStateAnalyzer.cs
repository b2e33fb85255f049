using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>Says where a task and its callers seem to share a static, which each process has for itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticStateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PuddleDiagnostics.StaticState];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(TaskAttribute.MetadataName) is null)
        {
            return;
        }

        var usage = new StaticUsage(context.Compilation.GetEntryPoint(context.CancellationToken));
        context.RegisterOperationAction(
            operation => usage.See(operation.Operation, operation.ContainingSymbol),
            OperationKind.FieldReference,
            OperationKind.PropertyReference,
            OperationKind.Invocation,
            OperationKind.ObjectCreation,
            OperationKind.MethodReference);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (Diagnostic found in usage.Find())
            {
                end.ReportDiagnostic(found);
            }
        });
    }
}
