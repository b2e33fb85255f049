using System.Globalization;
using Puddles.Hosting;
using Puddles.Watching;

namespace Puddles;

/// <summary>
/// Something that runs tasks elsewhere. <see cref="ProcessPool"/> is the one that most programs use; another engine is
/// another class derived from this one, which implements <see cref="Submit"/> and <see cref="DisposeAsync"/>. All
/// members are safe from any thread.
/// </summary>
public abstract partial class PuddlePool : IAsyncDisposable
{
    private static int _made;
    private readonly SharedTally? _tally;
    private int _isKnown;

    /// <summary>Makes a pool, which is named <c>pool-</c> and its number in this process.</summary>
    protected PuddlePool()
        : this(null, countsItself: false)
    {
    }

    private protected PuddlePool(string? name, bool countsItself)
    {
        int number = Interlocked.Increment(ref _made);
        Name = name ?? string.Create(CultureInfo.InvariantCulture, $"pool-{number}");
        _tally = countsItself ? null : new SharedTally();
    }

    /// <summary>
    /// The pool that a <c>RunXxx</c> helper uses where it is given none: a <see cref="ProcessPool"/> with default
    /// options, made when it is first used. It is not to be disposed; its workers end with the program.
    /// </summary>
    public static PuddlePool Default => DefaultPool.Instance;

    /// <summary>What metrics, traces and events call the pool.</summary>
    public string Name { get; }

    /// <summary>
    /// What the pool is doing and has done. An engine that does not override it has its calls counted here; it has no
    /// workers, and its times are not known.
    /// </summary>
    public virtual PoolStats Stats => _tally?.Snapshot() ?? new PoolStats();

    /// <summary>The most bytes that the encoded arguments of a call may take.</summary>
    protected internal virtual int MaxPayloadBytes => ProcessPoolOptions.DefaultMaxPayloadBytes;

    /// <summary>Runs a task that returns nothing, or whose result is not wanted.</summary>
    /// <param name="unit">The call. Its arguments are encoded before this returns.</param>
    /// <param name="cancellationToken">Stops the call: at once where it has not begun, by its own token where it runs.</param>
    /// <returns>Completes when the task has run; every failure, that of encoding too, comes through it.</returns>
    public Task RunAsync(PuddleUnit unit, CancellationToken cancellationToken = default) =>
        RunCoreAsync<NoResult>(unit, cancellationToken);

    /// <summary>Runs a task.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="unit">The call. Its arguments are encoded before this returns.</param>
    /// <param name="cancellationToken">Stops the call: at once where it has not begun, by its own token where it runs.</param>
    /// <returns>The result; every failure, that of encoding too, comes through it.</returns>
    public Task<T> RunAsync<T>(PuddleUnit<T> unit, CancellationToken cancellationToken = default) =>
        RunCoreAsync<T>(unit, cancellationToken);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>
    /// Takes a call. An engine settles each call that it takes exactly once, whatever happens, and does not throw: a
    /// call that it cannot take it settles as failed.
    /// </summary>
    /// <param name="call">The call.</param>
    protected internal abstract void Submit(PuddleCall call);

    /// <summary>Whether the engine sees to it where the code of those who await runs; else that is the thread pool.</summary>
    internal virtual bool CompletesAside => false;

    /// <summary>Whether calls of a batch may be sent together at all.</summary>
    internal virtual bool SendsTogether => false;

    /// <summary>How many calls of a task are best sent together; 1 for each by itself.</summary>
    internal virtual int MostTogether(TaskDefinition task) => 1;

    /// <summary>
    /// Takes a call of a batch or a stream, as <see cref="Submit"/> does. An engine whose queue has a limit says here when it
    /// has room for the call, or has settled it; until then no more units are taken. It does not throw, and the default
    /// never waits.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <returns>Completes when more may be submitted.</returns>
    protected internal virtual ValueTask SubmitAsync(PuddleCall call)
    {
        Submit(call);
        return default;
    }

    /// <summary>Begins to follow a call that is submitted next, if anybody wants to know of it.</summary>
    internal CallWatch? Watch(PuddleUnit unit)
    {
        if (_tally is not null)
        {
            BecomeKnown();
        }

        return CallWatch.Start(Name, unit.TaskName, _tally);
    }

    /// <summary>Lets the pool be observed, if it is not already: when it is made in full, which for an engine from outside is seen by its first call.</summary>
    private protected void BecomeKnown()
    {
        if (Volatile.Read(ref _isKnown) == 0 && Interlocked.Exchange(ref _isKnown, 1) == 0)
        {
            LivePools.Add(this);
        }
    }

    internal Task<T> RunCoreAsync<T>(PuddleUnit unit, CancellationToken cancellationToken, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (cancellationToken.IsCancellationRequested)
        {
            unit.NotifyDone(index, default, new OperationCanceledException(cancellationToken));
            return Task.FromCanceled<T>(cancellationToken);
        }

        SingleCall<T> call;
        try
        {
            ReadOnlyMemory<byte> arguments = CallCodec.EncodeArguments(unit, MaxPayloadBytes);
            call = CompletesAside
                ? new DeferredCall<T>(this, unit, arguments, index, cancellationToken)
                : new PromisedCall<T>(this, unit, arguments, index, cancellationToken);
        }
        catch (PuddleSerializationException error)
        {
            unit.NotifyDone(index, default, error);
            return Task.FromException<T>(error);
        }

        call.Watch = Watch(unit);
        Send(call);
        return call.Completion;
    }
}
