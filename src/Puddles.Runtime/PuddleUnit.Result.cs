using System.ComponentModel;
using MessagePack;
using Puddles.Hosting;

namespace Puddles;

/// <summary>One ready-to-go call of a task that returns a value.</summary>
/// <typeparam name="T">What the task returns.</typeparam>
public abstract class PuddleUnit<T> : PuddleUnit
{
    /// <summary>Called by generated code.</summary>
    /// <param name="task">The task to call.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PuddleUnit(TaskDefinition task)
        : base(task)
    {
    }

    /// <summary>Reads the result. Implemented by generated code.</summary>
    /// <param name="reader">Positioned at the result, which is one MessagePack value.</param>
    /// <returns>The result.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract T ReadResult(ref MessagePackReader reader);
}
