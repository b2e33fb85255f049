using System.ComponentModel;
using MessagePack;

namespace Puddles.Hosting;

/// <summary>
/// One task as the generator wrote it down: what identifies it, what it promises and how to run it. Generated code
/// derives from it; there is one instance for each task.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaskDefinition
{
    private const string ResultMark = "-> ";

    /// <summary>Called by generated code.</summary>
    /// <param name="id">The 64-bit hash of <paramref name="name"/>.</param>
    /// <param name="name">The name on the wire.</param>
    /// <param name="contract">The 64-bit hash of <paramref name="schema"/>.</param>
    /// <param name="schema">A line for each parameter, <c>name: type</c>, or <c>name: type = default</c> for an optional one, and a last one, <c>-> type</c>, for the result.</param>
    protected TaskDefinition(ulong id, string name, ulong contract, string schema)
    {
        Id = id;
        Name = name;
        Contract = contract;
        Schema = schema;
    }

    /// <summary>What a call names the task by.</summary>
    public ulong Id { get; }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The fingerprint of the full parameter and result schema.</summary>
    public ulong Contract { get; }

    /// <summary>The schema that <see cref="Contract"/> is the fingerprint of.</summary>
    public string Schema { get; }

    /// <summary>How long a call may run, in milliseconds; 0 for no limit.</summary>
    public int TimeoutMilliseconds { get; init; }

    /// <summary>Whether a call that may have begun can be run again without harm.</summary>
    public bool Idempotent { get; init; }

    /// <summary>How often a call is run again after its worker died, where it does not say itself; 0 for a task that is not idempotent.</summary>
    public int Retries { get; init; }

    /// <summary>What the task was named by before its last optional parameters were there, from the one with most of them; workers of an earlier build know it by one of these.</summary>
    public IReadOnlyList<ulong> EarlierIds { get; init; } = [];

    /// <summary>How many arguments a call has, where the last is a block of bytes; else 0.</summary>
    internal int ArgumentsIfBlockIsLast
    {
        get
        {
            string[] lines = Schema.Split('\n');
            return lines is [.., { } last, _] && IsBlock(last[(last.IndexOf(':', StringComparison.Ordinal) + 2)..]) ? lines.Length - 1 : 0;
        }
    }

    /// <summary>Whether the result is a block of bytes.</summary>
    internal bool ResultIsBlock => IsBlock(Schema[(Schema.LastIndexOf('\n') + 1 + ResultMark.Length)..]);

    /// <summary>The name of a parameter, for a message.</summary>
    /// <param name="position">The position among the serialized parameters, from 0.</param>
    /// <returns>The name, or the position where there is none.</returns>
    public string ParameterName(int position)
    {
        string[] lines = Schema.Split('\n');
        return position >= 0 && position < lines.Length - 1
            ? lines[position][..lines[position].IndexOf(':', StringComparison.Ordinal)]
            : $"#{position}";
    }

    /// <summary>Writes the default of an optional parameter, as a call that leaves it out carries it.</summary>
    /// <param name="position">The position among the serialized parameters, from 0.</param>
    /// <param name="writer">Where to write.</param>
    public virtual void WriteDefault(int position, ref MessagePackWriter writer) =>
        throw new ArgumentOutOfRangeException(nameof(position), position, "The parameter is not optional.");

    /// <summary>Decodes the arguments, calls the method and encodes its result.</summary>
    /// <param name="invocation">The call.</param>
    /// <returns>Completes when the result is encoded.</returns>
    public abstract ValueTask InvokeAsync(TaskInvocation invocation);

    private static bool IsBlock(string type) => type.StartsWith("bytes", StringComparison.Ordinal) || type.StartsWith("block", StringComparison.Ordinal);
}
