using System.ComponentModel;
using MessagePack;
using Puddles.Hosting;
using Puddles.Processors;

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

    internal UnitOptions Options { get; private set; } = UnitOptions.None;

    /// <summary>The same call with a time limit of its own, in place of the task's and the pool's.</summary>
    /// <param name="timeout">How long it may run, counted from when it begins; more than zero.</param>
    /// <returns>The new unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not more than zero.</exception>
    public virtual PuddleUnit WithTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return With(Options with { Timeout = timeout });
    }

    /// <summary>The same call with a limit of its own to how long it may wait, in place of the pool's.</summary>
    /// <param name="timeout">How long until it must begin, counted from when it is submitted; more than zero.</param>
    /// <returns>The new unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not more than zero.</exception>
    public virtual PuddleUnit WithQueueTimeout(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        return With(Options with { QueueTimeout = timeout });
    }

    /// <summary>The same call with a priority: of the calls that wait, those of the highest begin first.</summary>
    /// <param name="priority">The priority; 0 is what calls have otherwise.</param>
    /// <returns>The new unit.</returns>
    public virtual PuddleUnit WithPriority(int priority) => With(Options with { Priority = priority });

    /// <summary>The same call, to be run again so often after its worker died under it.</summary>
    /// <param name="retries">How often, from 0.</param>
    /// <returns>The new unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retries"/> is less than 0.</exception>
    /// <exception cref="InvalidOperationException">The task is not marked as idempotent, so that running it twice may do harm.</exception>
    public virtual PuddleUnit WithRetries(int retries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        return retries == 0 || Task.Idempotent
            ? With(Options with { Retries = retries })
            : throw new InvalidOperationException($"Task '{TaskName}' is not marked Idempotent, so a call that may have begun is not run again. Set Idempotent in its [PuddleTask] if running it twice does no harm.");
    }

    /// <summary>
    /// The same call on some cores, in place of the pool's: the worker's whole process is held to them while it runs, and
    /// to those of before when it has ended, however it ends; so its pool must run one call at a time in each worker. Where one is not there or not the worker's to use, the call
    /// fails with an <see cref="ArgumentException"/>. Linux and Windows; an <see cref="InProcessPool"/> passes over it.
    /// </summary>
    /// <param name="cores">Their numbers, from 0; at least one.</param>
    /// <returns>The new unit.</returns>
    /// <exception cref="ArgumentException">There are none, or one is no number of a core.</exception>
    public virtual PuddleUnit OnCores(params int[] cores) => With(Options with { Terms = Options.Terms with { Cores = new CoreSet(cores) } });

    /// <summary>
    /// The same call, which keeps what it writes to <see cref="Console"/>, from any of its threads, in place of passing it on
    /// with the rest of the worker's. All of it is there when the call ends; of a call that is killed, all that it wrote
    /// before. What threads that it leaves behind write later, and what native code writes, goes the way of the worker's.
    /// <see cref="ProcessPool"/> and <see cref="InProcessPool"/> do this, for calls that run at the same time as well.
    /// </summary>
    /// <param name="output">Where it is kept. Units that share one, or a unit that is submitted more than once, add to it in turn.</param>
    /// <returns>The new unit.</returns>
    public virtual PuddleUnit WithOutput(CapturedOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return With(Options with { Output = output, Terms = Options.Terms with { CapturesOutput = true } });
    }

    /// <summary>The same call with a callback for its end, in place of the one that it may have.</summary>
    /// <param name="callback">Gets null, or why the call failed. It runs on the thread pool, once; what it throws is dropped.</param>
    /// <returns>The new unit.</returns>
    public PuddleUnit OnDone(Action<Exception?> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return With(Options with { OnDone = callback });
    }

    /// <summary>Writes the arguments as one MessagePack array. Implemented by generated code.</summary>
    /// <param name="writer">Where to write.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract void WriteArguments(ref MessagePackWriter writer);

    /// <inheritdoc/>
    public override string ToString() => $"unit of {Task.Name}";

    /// <summary>Tells the callback, if there is one, how a call of this unit ended.</summary>
    /// <param name="index">The position of the call in its batch.</param>
    /// <param name="result">The encoded result, where <paramref name="error"/> is null.</param>
    /// <param name="error">Why it failed.</param>
    internal virtual void NotifyDone(int index, ReadOnlyMemory<byte> result, Exception? error)
    {
        if (Options.OnDone is Action<Exception?> callback)
        {
            DoneCallback.Queue(callback, error);
        }
    }

    private protected PuddleUnit With(UnitOptions options)
    {
        var copy = (PuddleUnit)MemberwiseClone();
        copy.Options = options;
        return copy;
    }
}
