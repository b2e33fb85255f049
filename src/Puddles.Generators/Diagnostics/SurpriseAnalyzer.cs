using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>Says of a task what works, but not as its author may think.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SurpriseAnalyzer : DiagnosticAnalyzer
{
    /// <summary>From here on, a copy is dearer than the reference and the object that it saves.</summary>
    private const int LargeBytes = 128;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [PuddleDiagnostics.LargeStruct, PuddleDiagnostics.UnusedToken];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol => CheckSizes((IMethodSymbol)symbol.Symbol, symbol), SymbolKind.Method);
        context.RegisterOperationBlockAction(static block => CheckToken(block));
    }

    private static void CheckSizes(IMethodSymbol method, SymbolAnalysisContext context)
    {
        if (TaskAttribute.Find(method) is null)
        {
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ParameterParser.KindOf(parameter.Type) == ParameterKind.Serialized)
            {
                Check(parameter.Type, parameter, $"Parameter '{parameter.Name}'");
            }
        }

        Check(ReturnParser.ResultOf(method.ReturnType), method, "The result");

        void Check(ITypeSymbol? type, ISymbol about, string use)
        {
            if (type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsTupleType: false, SpecialType: SpecialType.None } value
                && KnownTypes.IsPlain(value)
                && StructSize.Of(value) is >= LargeBytes and var bytes)
            {
                var findings = new Findings(method);
                findings.Add(PuddleDiagnostics.LargeStruct, about, use, value.ToDisplayString(TypeNames.Message), bytes);
                context.ReportDiagnostic(findings.All[0].ToDiagnostic());
            }
        }
    }

    private static void CheckToken(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method
            || TaskAttribute.Find(method) is null
            || method.Parameters.FirstOrDefault(static parameter => ParameterParser.KindOf(parameter.Type) == ParameterKind.CancellationToken) is not { } token
            || token.Name.StartsWith("_", StringComparison.Ordinal)
            || IsUnwritten(context.OperationBlocks))
        {
            return;
        }

        // The context has the same token.
        bool isUsed = context.OperationBlocks
            .SelectMany(static block => block.DescendantsAndSelf())
            .OfType<IParameterReferenceOperation>()
            .Any(static reference => ParameterParser.KindOf(reference.Parameter.Type) is ParameterKind.CancellationToken or ParameterKind.Context);
        if (!isUsed)
        {
            var findings = new Findings(method);
            findings.Add(PuddleDiagnostics.UnusedToken, token, token.Name);
            context.ReportDiagnostic(findings.All[0].ToDiagnostic());
        }
    }

    // A body that only throws is still to be written.
    private static bool IsUnwritten(ImmutableArray<IOperation> blocks) =>
        blocks.OfType<IBlockOperation>().All(static block => block.Operations.All(static statement =>
            statement is IThrowOperation
            || statement is IExpressionStatementOperation { Operation: IThrowOperation }
            || statement is IReturnOperation { ReturnedValue: IThrowOperation or IConversionOperation { Operand: IThrowOperation } }));
}
