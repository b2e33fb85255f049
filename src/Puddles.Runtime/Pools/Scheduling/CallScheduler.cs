using Puddles.Watching;
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
    private readonly StartFailures _startFailures = new();
    private readonly Crew _crew;
    private readonly Overseer _overseer;
    private readonly IdleWatch _idleWatch;
    private readonly Predicate<WorkerReply> _returnIfHandedBack;
    private readonly Action<WorkerReply> _answer;
    private readonly AwaiterTrust _trust = new();
    private int _unsettled;

    public CallScheduler(ProcessPoolOptions options, string poolName)
    {
        WorkerSettings settings = WorkerSettings.From(options, poolName);
        _options = options;
        _poolName = poolName;
        _returnIfHandedBack = ReturnIfHandedBack;
        _answer = Answer;
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
    public void Submit(PuddleCall call)
    {
        var item = new WorkerCall(call);
        Aftermath aftermath = default;
        bool isClosed;
        lock (_gate)
        {
            isClosed = IsClosed;
            if (isClosed)
            {
                _tally.Settle(CallOutcome.PoolClosed);
            }
            else
            {
                _unsettled++;
                _queue.Add(item);
                Assign(ref aftermath);
                _overseer.Watch();
            }
        }

        aftermath.Happen();
        if (isClosed)
        {
            call.TrySetException(Disposed());
        }
        else if (call.CancellationToken.CanBeCanceled)
        {
            Observe(item);
        }
    }

    /// <summary>Gives waiting calls to workers that have room, and starts workers where calls would wait.</summary>
    private void Assign(ref Aftermath aftermath)
    {
        bool isBehind = false;
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
        _crew.StartUpTo(_startFailures.Any ? Math.Min(wanted, 1) : Math.Max(wanted, _options.MinWorkers - _crew.Ready.Count));
        _idleWatch.Adjust(_crew.Count);
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

    private List<WorkerCall> TakeQueued(CallOutcome outcome)
    {
        var taken = new List<WorkerCall>();
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
        lock (_gate)
        {
            _overseer.Inspect(_crew.Busy);
            act = _overseer.TakeNoted();
            if (_unsettled == 0)
            {
                _overseer.Rest();
            }
        }

        act();
    }

    /// <summary>Gives an answer to the caller. The call is marked as settled already.</summary>
    private static void Settle(WorkerCall item, Action<PuddleCall> settle)
    {
        settle(item.Call);
        item.Registration.Unregister();
    }
}
