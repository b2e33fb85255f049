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

    /// <inheritdoc/>
    public override PuddleUnit<T> WithTimeout(TimeSpan timeout) => (PuddleUnit<T>)base.WithTimeout(timeout);

    /// <inheritdoc/>
    public override PuddleUnit<T> WithQueueTimeout(TimeSpan timeout) => (PuddleUnit<T>)base.WithQueueTimeout(timeout);

    /// <inheritdoc/>
    public override PuddleUnit<T> WithPriority(int priority) => (PuddleUnit<T>)base.WithPriority(priority);

    /// <inheritdoc/>
    public override PuddleUnit<T> WithRetries(int retries) => (PuddleUnit<T>)base.WithRetries(retries);

    /// <inheritdoc/>
    public override PuddleUnit<T> OnCores(params int[] cores) => (PuddleUnit<T>)base.OnCores(cores);

    /// <inheritdoc/>
    public override PuddleUnit<T> WithOutput(CapturedOutput output) => (PuddleUnit<T>)base.WithOutput(output);

    /// <summary>The same call with a callback for its end, in place of the one that it may have.</summary>
    /// <param name="callback">Gets how the call ended. It runs on the thread pool, once; what it throws is dropped.</param>
    /// <returns>The new unit.</returns>
    public PuddleUnit<T> OnDone(Action<PuddleOutcome<T>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return (PuddleUnit<T>)With(Options with { OnDone = callback });
    }

    internal override void NotifyDone(int index, ReadOnlyMemory<byte> result, Exception? error)
    {
        if (Options.OnDone is Action<PuddleOutcome<T>> callback)
        {
            DoneCallback.Queue(callback, error is null ? CallCodec.DecodeOutcome<T>(this, index, result) : PuddleOutcome<T>.Failure(index, error));
        }
        else
        {
            base.NotifyDone(index, result, error);
        }
    }

    /// <summary>Reads the result. Implemented by generated code.</summary>
    /// <param name="reader">Positioned at the result, which is one MessagePack value.</param>
    /// <returns>The result.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract T ReadResult(ref MessagePackReader reader);
}
