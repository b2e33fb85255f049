using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>
/// Brings calls and workers together: every call is settled once, whatever becomes of the worker that has it. One lock
/// guards the state; nothing is sent or settled under it. Who submits a call does not wait for the lock: whoever has it takes
/// the call in.
/// </summary>
internal sealed partial class CallScheduler
{
    private const long TogetherNanoseconds = 50_000;
    private const long TogetherOverhead = 300;
    private const int MostTogetherOfAll = 128;

    private readonly Lock _gate = new();
    private readonly Incoming _incoming = new();
    private readonly ProcessPoolOptions _options;
    private readonly string _poolName;
    private readonly CallQueue _queue = new();
    private readonly RunTimes _runTimes = new();
    private readonly PoolTally _tally = new();
    private readonly StartFailures _startFailures = new(TimeProvider.System);
    private readonly Crew _crew;
    private readonly Overseer _overseer;
    private readonly IdleWatch _idleWatch;
    private readonly Predicate<WorkerReply> _returnIfHandedBack;
    private readonly Tellers _tellers = new();
    private Timer? _pausedStart;
    private int _unsettled;

    public CallScheduler(ProcessPoolOptions options, string poolName)
    {
        WorkerSettings settings = WorkerSettings.From(options, poolName);
        _options = options;
        _poolName = poolName;
        _returnIfHandedBack = ReturnIfHandedBack;
        _capsules = CapsulesOf(options, poolName);
        _crew = new Crew(options, id => new Worker(id, settings, this));
        _overseer = new Overseer(options, _tellers.Distrust, _ => Oversee());
        _idleWatch = new IdleWatch(options.IdleTimeout, options.MinWorkers, _ => ShrinkIdle());
    }

    /// <summary>Starts the workers that are kept however idle they are.</summary>
    public void StartKept()
    {
        using (Enter())
        {
            StartWorkers(0);
        }
    }

    /// <summary>How many calls of a task are best sent together: as many as take a worker no longer than it would take to wake it, and one where that is not known.</summary>
    public int MostTogether(ulong taskId) => (int)Math.Clamp(TogetherNanoseconds / (_runTimes.Expected(taskId) + TogetherOverhead), 1, MostTogetherOfAll);

    /// <summary>Takes a call; it is settled once, whatever happens. Where the queue is full, it does what the options say.</summary>
    public void Submit(PuddleCall call)
    {
        WorkerCall item = SpareCalls.Take(call);
        _incoming.Add(item);
        TakeInLate();
        ObserveIfCancelable(call, item);
    }

    /// <summary>Takes a call of a batch; it is settled once, whatever happens.</summary>
    /// <returns>Completes when it is in the queue or settled.</returns>
    public Task SubmitAsync(PuddleCall call)
    {
        WorkerCall item = SpareCalls.Take(call);
        item.Waits = true;
        Task admitted;
        Aftermath aftermath = default;
        using (Enter())
        {
            TakeIn(ref aftermath);
            TakeIn(item, ref aftermath);
            admitted = item.Admission?.Task ?? Task.CompletedTask;
            Assign(ref aftermath);
        }

        aftermath.Happen();
        ObserveIfCancelable(call, item);
        return admitted;
    }

    private Turn Enter() => new(this);

    /// <summary>Takes in what was submitted, unless somebody has the lock, who will.</summary>
    private void TakeInLate()
    {
        while (!_incoming.IsEmpty && _gate.TryEnter())
        {
            Aftermath aftermath = default;
            try
            {
                Assign(ref aftermath);
            }
            finally
            {
                _gate.Exit();
            }

            aftermath.Happen();

            // Who submits after this looked for the lock in vain saw it held: the look at what is there comes after.
            Interlocked.MemoryBarrier();
        }
    }

    private void TakeIn(ref Aftermath aftermath)
    {
        for (WorkerCall? item = _incoming.TakeAll(); item is not null;)
        {
            WorkerCall? next = item.Next;
            item.Next = null;
            TakeIn(item, ref aftermath);
            item = next;
        }
    }

    private void TakeIn(WorkerCall item, ref Aftermath aftermath)
    {
        Exception? refusal = IsClosed ? Disposed()
            : !item.Waits && _options.QueueFullMode == QueueFullMode.Refuse && IsFull ? QueueFullException.For(item.Call.TaskName, _options.QueueLimit ?? 0)
            : null;
        if (refusal is null)
        {
            Enter(item);
            _overseer.Watch();
        }
        else
        {
            item.State = WorkerCallState.Settled;
            _tally.Settle(CallOutcomes.Of(refusal), item.Count);
            aftermath.Refuse(item.Call, refusal);
        }
    }

    /// <summary>Gives waiting calls to workers that have room, and starts workers where calls would wait.</summary>
    private void Assign(ref Aftermath aftermath)
    {
        bool isBehind = false;
        TakeIn(ref aftermath);
        LetIn(ref aftermath);
        while (_queue.TryPeek(out WorkerCall item))
        {
            item.ExpectedNanoseconds = _runTimes.Expected(item.Call.TaskId);
            if (_crew.Choose(item.ExpectedNanoseconds, item.Count) is not { } worker)
            {
                break;
            }

            if (_crew.TryGive(worker, item, ref aftermath))
            {
                _queue.Drop();
                LetIn(ref aftermath);
                item.State = WorkerCallState.Sent;
                item.Worker = worker;
                _tally.BytesSent += item.FrameBytes;
                isBehind |= worker.Count > 1;
            }
        }

        StartWorkers(Math.Max(_queue.Count, isBehind ? 1 : 0));
    }

    private void StartWorkers(int wanted)
    {
        if (_isEnding)
        {
            return;
        }

        // While starts fail, one at a time is tried, and only for calls that wait.
        int starts = _startFailures.Any ? Math.Min(wanted, 1) : Math.Max(wanted, _options.MinWorkers - _crew.Ready.Count);
        TimeSpan pause = _startFailures.Pause;
        if (pause == TimeSpan.Zero)
        {
            _crew.StartUpTo(starts);
        }
        else if (starts > 0)
        {
            _pausedStart ??= new Timer(_ => StartAfterPause(), null, pause, Timeout.InfiniteTimeSpan);
        }

        _idleWatch.Adjust(_crew.Count);
    }

    private void StartAfterPause()
    {
        Aftermath aftermath = default;
        using (Enter())
        {
            _pausedStart?.Dispose();
            _pausedStart = null;
            Assign(ref aftermath);
        }

        aftermath.Happen();
    }

    private void MarkSettled(WorkerCall item, CallOutcome outcome)
    {
        int count = item.Left;
        item.Left = 0;
        item.State = WorkerCallState.Settled;
        if (item.Whole is { } whole && --whole.Left == 0)
        {
            whole.State = WorkerCallState.Settled;
        }

        _tally.Settle(outcome, count);
        _unsettled -= count;
        NoteProgressOfClosing();
    }

    private void MarkQueued(WorkerCall item)
    {
        item.State = WorkerCallState.Queued;
        item.Forget();
        _queue.Return(item);
    }

    private List<WorkerCall> TakeQueued(CallOutcome outcome, ref Aftermath aftermath)
    {
        var taken = new List<WorkerCall>();
        while (!_entrance.IsEmpty)
        {
            LetFirstIn(ref aftermath);
        }

        while (_queue.TryPeek(out WorkerCall item))
        {
            _queue.Drop();
            MarkSettled(item, outcome);
            taken.Add(item);
        }

        return taken;
    }

    private void Oversee()
    {
        Action act;
        List<(Worker Worker, ControlMessage Message)> messages = [];
        List<WorkerCall> expired;
        Aftermath aftermath = default;
        using (Enter())
        {
            expired = Expire(messages, ref aftermath);
            _overseer.Inspect(_crew.Busy);
            act = _overseer.TakeNoted();
            if (_unsettled == 0 && _tellers.AreAtRest)
            {
                _overseer.Rest();
            }
        }

        _tellers.LookAfter();
        act();
        aftermath.Happen();
        messages.ForEach(item => item.Worker.Tell(item.Message));
        expired.ForEach(item => Settle(item, call => call.TrySetException(item.Expired!)));
    }

    /// <summary>Gives an answer to the caller. The call is marked as settled already.</summary>
    private static void Settle(WorkerCall item, Action<PuddleCall> settle)
    {
        settle(item.Call);
        item.Unregister();
    }
}
