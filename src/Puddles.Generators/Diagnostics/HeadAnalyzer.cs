using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>Says where a pool is to use a head that its workers cannot make.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [PuddleDiagnostics.UnusableHead];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Check, OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "UseHead", TypeArguments.Length: 1 } method
            && method.ContainingType.Is("Puddles", "ProcessPoolOptions")
            && method.TypeArguments[0] is INamedTypeSymbol head
            && HeadParser.IsHead(head)
            && HeadParser.WhyNot(head, context.Compilation) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                PuddleDiagnostics.UnusableHead, call.Syntax.GetLocation(), head.ToDisplayString(TypeNames.Message), reason));
        }
    }
}
