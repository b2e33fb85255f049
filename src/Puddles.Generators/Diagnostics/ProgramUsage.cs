using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>What one program does with tasks. Seen from many threads; it only ever learns more.</summary>
internal sealed class ProgramUsage(IMethodSymbol entryPoint)
{
    private volatile bool _usesTasks;
    private volatile bool _callsInitFirst;
    private volatile Location? _firstStatement;

    /// <summary>Whether it declares tasks, or runs those of others in workers of its own.</summary>
    public bool UsesTasks => _usesTasks;

    /// <summary>Whether the first statement of its entry point is the call.</summary>
    public bool CallsInitFirst => _callsInitFirst;

    /// <summary>Where the call belongs.</summary>
    public Location Location => _firstStatement ?? entryPoint.Locations.FirstOrDefault() ?? Location.None;

    public void SeeMethod(IMethodSymbol method)
    {
        if (TaskAttribute.Find(method) is not null)
        {
            _usesTasks = true;
        }
    }

    public void SeeOperation(IOperation operation)
    {
        bool usesTasks = operation switch
        {
            IInvocationOperation call => RunsOnDefaultPool(call),
            IObjectCreationOperation { Type: { } type } => type.Is("Puddles", "ProcessPool"),
            IPropertyReferenceOperation { Property: { Name: "Default" } property } => property.ContainingType.Is("Puddles", "PuddlePool"),
            _ => false,
        };
        if (usesTasks)
        {
            // Never set back to what was read before: another thread may have learned more.
            _usesTasks = true;
        }
    }

    public void SeeBlock(ISymbol owner, ImmutableArray<IOperation> blocks)
    {
        if (SymbolEqualityComparer.Default.Equals(owner, entryPoint))
        {
            SeeFirst(blocks.OfType<IBlockOperation>().SelectMany(static block => block.Operations));
        }
    }

    /// <summary>Sees the statements of an entry point in their order.</summary>
    public void SeeFirst(IEnumerable<IOperation> statements)
    {
        // Local functions are declarations, wherever they stand.
        IOperation? first = statements.FirstOrDefault(static statement => statement is not ILocalFunctionOperation);
        _firstStatement = first is { IsImplicit: false } ? first.Syntax.GetLocation() : null;
        _callsInitFirst = first is IExpressionStatementOperation
        {
            Operation: IInvocationOperation { TargetMethod: { Name: "Init" } method },
        } && method.ContainingType.Is("Puddles", "Puddle");
    }

    // On a pool that the program brings itself there need not be a worker, and if there is one, the pool is seen being made.
    private static bool RunsOnDefaultPool(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Run", StringComparison.Ordinal)
        && GeneratedMembers.Contains(call.TargetMethod)
        && !call.Arguments.Any(static argument =>
            argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type: { } type } && type.Is("Puddles", "PuddlePool"));
}
