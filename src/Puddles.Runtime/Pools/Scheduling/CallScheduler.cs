using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>
/// Brings calls and workers together: every call is settled once, whatever becomes of the worker that has it. One lock
/// guards the state; nothing is sent or settled under it.
/// </summary>
internal sealed partial class CallScheduler
{
    private readonly Lock _gate = new();
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
    private readonly Action<WorkerReply> _answer;
    private readonly AwaiterTrust _trust = new();
    private Timer? _pausedStart;
    private int _unsettled;

    public CallScheduler(ProcessPoolOptions options, string poolName)
    {
        WorkerSettings settings = WorkerSettings.From(options, poolName);
        _options = options;
        _poolName = poolName;
        _returnIfHandedBack = ReturnIfHandedBack;
        _answer = Answer;
        _capsules = CapsulesOf(options, poolName);
        _crew = new Crew(options, id => new Worker(id, settings, this));
        _overseer = new Overseer(options, _trust, _ => Oversee());
        _idleWatch = new IdleWatch(options.IdleTimeout, options.MinWorkers, _ => ShrinkIdle());
    }

    /// <summary>Whether there are no calls, and who awaits the next may go on where its answer is read. Without the lock it is a guess, and either will do.</summary>
    public bool IsQuiet => Volatile.Read(ref _unsettled) == 0 && _trust.IsGiven;

    /// <summary>Starts the workers that are kept however idle they are.</summary>
    public void StartKept()
    {
        lock (_gate)
        {
            StartWorkers(0);
        }
    }

    /// <summary>Takes a call; it is settled once, whatever happens.</summary>
    /// <param name="call">The call.</param>
    /// <param name="whenFull">What becomes of it where the queue is full.</param>
    /// <returns>Completes when it is in the queue or settled.</returns>
    public Task Submit(PuddleCall call, QueueFullMode whenFull)
    {
        var item = new WorkerCall(call);
        Aftermath aftermath = default;
        Exception? refusal = null;
        lock (_gate)
        {
            if (IsClosed)
            {
                refusal = Disposed();
            }
            else if (whenFull == QueueFullMode.Refuse && IsFull)
            {
                refusal = QueueFullException.For(call.TaskName, _options.QueueLimit ?? 0);
            }

            if (refusal is not null)
            {
                _tally.Settle(CallOutcomes.Of(refusal));
            }
            else
            {
                Enter(item);
                Assign(ref aftermath);
                _overseer.Watch();
            }
        }

        aftermath.Happen();
        if (refusal is not null)
        {
            call.TrySetException(refusal);
        }
        else if (call.CancellationToken.CanBeCanceled)
        {
            Observe(item);
        }

        return item.Admission?.Task ?? Task.CompletedTask;
    }

    /// <summary>Gives waiting calls to workers that have room, and starts workers where calls would wait.</summary>
    private void Assign(ref Aftermath aftermath)
    {
        bool isBehind = false;
        LetIn(ref aftermath);
        while (_queue.TryPeek(out WorkerCall item))
        {
            item.ExpectedNanoseconds = _runTimes.Expected(item.Call.TaskId);
            if (_crew.Choose(item.ExpectedNanoseconds) is not { } worker)
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
        lock (_gate)
        {
            _pausedStart?.Dispose();
            _pausedStart = null;
            Assign(ref aftermath);
        }

        aftermath.Happen();
    }

    private void MarkSettled(WorkerCall item, CallOutcome outcome)
    {
        item.State = WorkerCallState.Settled;
        _tally.Settle(outcome);
        _unsettled--;
        NoteProgressOfClosing();
    }

    private void MarkQueued(WorkerCall item)
    {
        item.State = WorkerCallState.Queued;
        item.IsWithdrawing = false;
        item.SeenRunningAt = 0;
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
        lock (_gate)
        {
            expired = Expire(messages, ref aftermath);
            _overseer.Inspect(_crew.Busy);
            act = _overseer.TakeNoted();
            if (_unsettled == 0)
            {
                _overseer.Rest();
            }
        }

        act();
        aftermath.Happen();
        messages.ForEach(item => item.Worker.Tell(item.Message));
        expired.ForEach(item => Settle(item, call => call.TrySetException(item.Expired!)));
    }

    /// <summary>Gives an answer to the caller. The call is marked as settled already.</summary>
    private static void Settle(WorkerCall item, Action<PuddleCall> settle)
    {
        settle(item.Call);
        item.Registration.Unregister();
    }
}
