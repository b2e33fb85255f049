using Puddles.Serialization;
using Puddles.Watching;

namespace Puddles;

/// <summary>
/// Runs tasks in this process, on the thread pool, with the encoding and dispatch of every other engine: for tests and
/// debugging. It isolates nothing, and cannot stop a task that does not heed its token. All members are safe from any
/// thread.
/// </summary>
public sealed class InProcessPool : PuddlePool
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly Lock _gate = new();
    private readonly LinkedList<InProcessCall> _queue = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AsyncLocal<bool> _isInside = new();
    private readonly int _maxConcurrency;
    private readonly InProcessHead _head = new(new InfoHead { IsPlain = true });
    private int _running;
    private bool _isClosed;

    /// <summary>Makes a pool that runs as many calls at a time as there are processors.</summary>
    public InProcessPool()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>Makes a pool.</summary>
    /// <param name="maxConcurrency">How many calls run at a time, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConcurrency"/> is less than 1.</exception>
    public InProcessPool(int maxConcurrency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);
        _maxConcurrency = maxConcurrency;
    }

    /// <summary>
    /// The head that tasks get: one for the pool, which is set up before the first call and torn down when the pool is
    /// disposed; an <see cref="InfoHead"/> by default. Where its set-up fails, every call fails with <see cref="WorkerStartException"/>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public ProcessHead Head
    {
        get => _head.Head;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _head = new InProcessHead(value);
        }
    }

    /// <summary>
    /// Takes no more calls, fails those that have not begun with an <see cref="ObjectDisposedException"/>, and waits
    /// for those that run. From inside a task of this pool it does not wait, as that would be for itself.
    /// </summary>
    /// <returns>Completes when no call runs and the head is torn down; it throws what the head's tear-down throws.</returns>
    public override async ValueTask DisposeAsync()
    {
        LivePools.Remove(this);
        InProcessCall[] waiting;
        lock (_gate)
        {
            _isClosed = true;
            waiting = [.. _queue];
            _queue.Clear();
            if (_running == 0)
            {
                _idle.TrySetResult();
            }
        }

        foreach (InProcessCall entry in waiting)
        {
            entry.Unwatch();
            Refuse(entry.Call);
        }

        Task end = EndAsync();
        if (!_isInside.Value)
        {
            await end.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected internal override void Submit(PuddleCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        LinkedListNode<InProcessCall>? queued = null;
        lock (_gate)
        {
            if (!_isClosed)
            {
                if (_running < _maxConcurrency)
                {
                    _running++;
                    ThreadPool.UnsafeQueueUserWorkItem(static start => _ = start.Pool.WorkAsync(start.Call), new InProcessCall(this, call), preferLocal: false);
                    return;
                }

                queued = _queue.AddLast(new InProcessCall(this, call));
                WatchTime(queued);
            }
        }

        if (queued is null)
        {
            Refuse(call);
        }
        else if (call.CancellationToken.CanBeCanceled)
        {
            WatchCancellation(queued);
        }
    }

    private void WatchCancellation(LinkedListNode<InProcessCall> queued)
    {
        // Outside the lock: for a token that is cancelled already, the callback runs at once.
        CancellationTokenRegistration registration = queued.Value.Call.CancellationToken.UnsafeRegister(
            static state =>
            {
                var node = (LinkedListNode<InProcessCall>)state!;
                node.Value.Pool.Withdraw(node);
            },
            queued);

        lock (_gate)
        {
            if (queued.List is not null)
            {
                queued.Value.Registration = registration;
                return;
            }
        }

        registration.Unregister();
    }

    private void Withdraw(LinkedListNode<InProcessCall> queued)
    {
        if (TryTakeOut(queued))
        {
            queued.Value.Deadline?.Dispose();
            queued.Value.Call.TrySetCanceled();
        }
    }

    private void WatchTime(LinkedListNode<InProcessCall> queued)
    {
        if (queued.Value.Call.QueueTimeout is { } limit && limit < LongestTimer)
        {
            queued.Value.Deadline = new Timer(_ => Expire(queued, limit), null, limit, Timeout.InfiniteTimeSpan);
        }
    }

    private void Expire(LinkedListNode<InProcessCall> queued, TimeSpan limit)
    {
        if (TryTakeOut(queued))
        {
            queued.Value.Unwatch();
            queued.Value.Call.TrySetException(QueueTimeoutException.For(queued.Value.Call.TaskName, limit));
        }
    }

    private bool TryTakeOut(LinkedListNode<InProcessCall> queued)
    {
        lock (_gate)
        {
            if (queued.List is null)
            {
                return false;
            }

            _queue.Remove(queued);
            return true;
        }
    }

    private async Task WorkAsync(PuddleCall first)
    {
        _isInside.Value = true;
        var output = new PayloadBuffer { Limit = MaxPayloadBytes };
        for (PuddleCall? call = first; call is not null; call = TakeNext())
        {
            if (await _head.SetUpAsync().ConfigureAwait(false) is { } error)
            {
                call.TrySetException(error);
                continue;
            }

            await InProcessRun.RunAsync(call, Head, output).ConfigureAwait(false);
            output.Clear();
        }
    }

    private PuddleCall? TakeNext()
    {
        InProcessCall entry;
        lock (_gate)
        {
            if (_queue.First is not { } next)
            {
                _running--;
                if (_isClosed && _running == 0)
                {
                    _idle.TrySetResult();
                }

                return null;
            }

            _queue.Remove(next);
            entry = next.Value;
        }

        entry.Unwatch();
        return entry.Call;
    }

    private async Task EndAsync()
    {
        await _idle.Task.ConfigureAwait(false);
        await _head.TearDownAsync().ConfigureAwait(false);
    }

    private static void Refuse(PuddleCall call) =>
        call.TrySetException(new ObjectDisposedException(nameof(InProcessPool), $"The pool was closed before task '{call.TaskName}' began."));
}
