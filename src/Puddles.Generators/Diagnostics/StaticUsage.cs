using System.Collections.Concurrent;
using Microsoft.CodeAnalysis.Operations;
using Puddles.Generators.Parsing;

namespace Puddles.Generators.Diagnostics;

/// <summary>
/// Who uses which static, and who calls whom. A static is only reported where a task and code that certainly runs in the
/// caller's process, and in no task, are at odds about it: a cache that tasks fill and read is a worker's own business.
/// </summary>
internal sealed class StaticUsage(IMethodSymbol? entryPoint)
{
    private readonly ConcurrentBag<StaticUse> _uses = [];
    private readonly ConcurrentDictionary<IMethodSymbol, ConcurrentBag<IMethodSymbol>> _calls = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _callers = new(SymbolEqualityComparer.Default);

    public void See(IOperation operation, ISymbol user)
    {
        // The initializer of a field runs in every process.
        if (user is not IMethodSymbol method)
        {
            return;
        }

        if (StaticState.Of(operation) is { } member && StaticState.Access(operation) is var (reads, writes))
        {
            _uses.Add(new StaticUse(member, method, operation.Syntax.GetLocation(), reads, writes));
        }

        foreach (IMethodSymbol called in Called(operation))
        {
            _calls.GetOrAdd(method, static _ => []).Add(called.OriginalDefinition);
            if (called.ContainingType is { } type && (type.Is("Puddles", "PuddlePool") || GeneratedMembers.Contains(called)))
            {
                _callers[method] = true;
            }
        }
    }

    public IEnumerable<Diagnostic> Find()
    {
        HashSet<IMethodSymbol> inTasks = Reach(_uses.Select(static use => use.User).Concat(_calls.Keys).Where(IsOfWorker));
        HashSet<IMethodSymbol> inCallers = Reach(entryPoint is null ? _callers.Keys : _callers.Keys.Append(entryPoint));
        inCallers.ExceptWith(inTasks);
        foreach (IGrouping<ISymbol, StaticUse> uses in _uses.GroupBy<StaticUse, ISymbol>(static use => use.Member, SymbolEqualityComparer.Default))
        {
            StaticUse[] ofTasks = [.. uses.Where(use => inTasks.Contains(use.User))];
            StaticUse[] ofCallers = [.. uses.Where(use => inCallers.Contains(use.User))];
            StaticUse? other =
                !ofTasks.Any(static use => use.Writes) ? ofCallers.FirstOrDefault(static use => use.Writes)
                : !ofCallers.Any(static use => use.Writes) ? ofCallers.FirstOrDefault(static use => use.Reads)
                : null;
            if (other is not null)
            {
                foreach (IGrouping<IMethodSymbol, StaticUse> own in ofTasks
                    .Where(use => IsTask(use.User) && (other.Writes ? use.Reads : use.Writes))
                    .GroupBy<StaticUse, IMethodSymbol>(static use => use.User, SymbolEqualityComparer.Default))
                {
                    yield return Report(own.OrderBy(static use => use.Location.SourceSpan.Start).First(), other);
                }
            }
        }
    }

    private static Diagnostic Report(StaticUse own, StaticUse other)
    {
        string member = $"{own.Member.ContainingType.Name}.{own.Member.Name}";
        string what = other.Writes
            ? $"reads '{member}', which is set in the process of its caller and not in a worker: pass the value as an argument, or set it in a head"
            : $"sets '{member}', which is read in the process of its caller, where it does not change: return the value";
        return Diagnostic.Create(PuddleDiagnostics.StaticState, own.Location, own.User.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), what);
    }

    // What is called without being named may run anywhere.
    private static bool IsOfWorker(IMethodSymbol method) =>
        IsTask(method)
        || HeadParser.IsHead(method.ContainingType)
        || method.IsOverride || method.IsVirtual || method.MethodKind is MethodKind.StaticConstructor
        || method.ContainingType.AllInterfaces.SelectMany(static face => face.GetMembers().OfType<IMethodSymbol>()).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static bool IsTask(IMethodSymbol method) => TaskAttribute.Find(method) is not null;

    private static IEnumerable<IMethodSymbol> Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => [call.TargetMethod],
        IObjectCreationOperation { Constructor: { } constructor } => [constructor],
        IMethodReferenceOperation reference => [reference.Method],
        IPropertyReferenceOperation { Property: var property } => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    private HashSet<IMethodSymbol> Reach(IEnumerable<IMethodSymbol> roots)
    {
        var reached = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Stack<IMethodSymbol>(roots);
        while (open.Count > 0)
        {
            IMethodSymbol method = open.Pop();
            if (reached.Add(method) && _calls.TryGetValue(method, out ConcurrentBag<IMethodSymbol>? called))
            {
                foreach (IMethodSymbol next in called)
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }
}
