using System.ComponentModel;
using MessagePack;
using Puddles.Hosting;

namespace Puddles;

/// <summary>
/// One ready-to-go call of a task: the method and its arguments. Immutable, safe to use from any thread and to submit
/// any number of times; the arguments are encoded each time that it is submitted. Generated <c>UnitXxx</c> helpers
/// make them.
/// </summary>
public abstract class PuddleUnit
{
    /// <summary>Called by generated code.</summary>
    /// <param name="task">The task to call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PuddleUnit(TaskDefinition task) => Task = task;

    /// <summary>The name of the task on the wire.</summary>
    public string TaskName => Task.Name;

    internal TaskDefinition Task { get; }

    /// <summary>Writes the arguments as one MessagePack array. Implemented by generated code.</summary>
    /// <param name="writer">Where to write.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void WriteArguments(ref MessagePackWriter writer);

    /// <inheritdoc/>
    public override string ToString() => $"unit of {Task.Name}";
}
