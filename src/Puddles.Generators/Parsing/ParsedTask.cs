using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Puddles.Generators.Parsing;

/// <summary>A task and what was found wrong with it; the analyzers of a compilation share one of each.</summary>
internal sealed class ParsedTask
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<IMethodSymbol, ParsedTask>> Known = new();

    private ParsedTask(TaskModel? task, IReadOnlyList<Finding> findings)
    {
        Task = task;
        Findings = findings;
    }

    public TaskModel? Task { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public static ParsedTask Of(IMethodSymbol method, AttributeData attribute, Compilation compilation, CancellationToken cancellationToken) =>
        Known.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default)).GetOrAdd(method, method =>
        {
            var findings = new Findings(method);
            return new ParsedTask(TaskParser.Parse(method, attribute, compilation, findings, cancellationToken), findings.All);
        });
}
