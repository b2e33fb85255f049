using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What is counted.</content>
internal sealed partial class CallScheduler
{
    private static readonly TimeSpan DescribePatience = TimeSpan.FromSeconds(5);

    /// <summary>What the pool is doing and has done.</summary>
    public PoolStats Stats()
    {
        using (Enter())
        {
            int running = _crew.Running;
            return _tally.Snapshot() with
            {
                Queued = _unsettled - running,
                Running = running,
                StartingWorkers = _crew.Starting,
                IdleWorkers = _crew.Idle,
                BusyWorkers = _crew.WithCalls,
            };
        }
    }

    /// <summary>Counts a call that ends before it is queued, and ends it.</summary>
    public void Refuse(PuddleCall call, PuddleException error)
    {
        using (Enter())
        {
            _tally.Settle(CallOutcomes.Of(error), call.Count);
        }

        call.TrySetException(error);
    }

    /// <summary>Tells the state of the pool in words.</summary>
    public string Describe()
    {
        if (!_gate.TryEnter(DescribePatience))
        {
            return $"Pool '{_poolName}': its lock is held by another thread for {DescribePatience.TotalSeconds:0} s.";
        }

        try
        {
            var description = new PoolDescription();
            string closing = _isEnding ? ", ending" : IsClosed ? ", closed" : "";
            description.Begin(_poolName, $"{_unsettled} unsettled, {_tally.LostWorkers} workers lost, {_crew.Size} workers at most{closing}");
            description.AddQueue([.. _queue.Waiting]);
            foreach (Worker worker in _crew.All)
            {
                description.AddWorker(worker);
            }

            return description.ToString();
        }
        finally
        {
            _gate.Exit();
            Interlocked.MemoryBarrier();
            TakeInLate();
        }
    }

    private static CallOutcome OutcomeOf(WorkerReply reply) => reply.Kind switch
    {
        FrameKind.Result => CallOutcome.Done,
        FrameKind.Failure => CallOutcomes.Of(Failure.ReadKind(reply.Payload)),
        _ => CallOutcome.Canceled,
    };

    /// <summary>What becomes of a call whose worker is gone.</summary>
    private static CallOutcome OutcomeOf(WorkerCall item) => item switch
    {
        { KilledFor: { } reason } => CallOutcomes.Of(reason),
        { CanceledAt: not 0 } => CallOutcome.Canceled,
        _ => CallOutcome.WorkerDied,
    };

    private static (long Waited, long Ran) TimesOf(Worker worker, WorkerReply reply)
    {
        var ran = (long)Math.Min(reply.RunNanoseconds, long.MaxValue);
        return (Math.Max(0, Durations.Nanoseconds(reply.Call.SubmittedAt, worker.Pulse.FeltAt) - ran), ran);
    }

    private static void Tell(Worker worker, WorkerReply reply)
    {
        if (reply.Call.Call.Watch is { } watch && reply.Kind != FrameKind.Withdrawn)
        {
            (long waited, long ran) = TimesOf(worker, reply);
            watch.RunBy(worker.Id, worker.ProcessId);
            watch.Ran(waited, ran);
        }
    }

    private void Tell(Worker worker, WorkerExit exit)
    {
        if (!PuddlesEventSource.Log.IsEnabled())
        {
            return;
        }

        if (worker.WasAskedToGo)
        {
            PuddlesEventSource.Log.WorkerEnded(_poolName, worker.Id, exit.ProcessId, exit.Describe());
        }
        else
        {
            PuddlesEventSource.Log.WorkerLost(_poolName, worker.Id, exit.ProcessId, exit.Describe());
        }
    }

    private void Count(Worker worker, WorkerReply reply)
    {
        (long waited, long ran) = TimesOf(worker, reply);
        _tally.Time(waited, ran);
        _tally.BytesReceived += reply.Payload.Length + (reply.Call.Call.Early?.Bytes ?? 0);
    }

    private void Correct(CallOutcome outcome)
    {
        using (Enter())
        {
            _tally.Correct(outcome);
        }
    }

    private void NoteLoss(Worker worker)
    {
        if (!worker.WasAskedToGo)
        {
            _tally.LostWorkers++;
        }
    }
}
