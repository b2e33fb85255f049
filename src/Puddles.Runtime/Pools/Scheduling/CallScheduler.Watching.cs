using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What is counted.</content>
internal sealed partial class CallScheduler
{
    /// <summary>What the pool is doing and has done.</summary>
    public PoolStats Stats()
    {
        lock (_gate)
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
        lock (_gate)
        {
            _tally.Settle(CallOutcomes.Of(error));
        }

        call.TrySetException(error);
    }

    private static CallOutcome OutcomeOf(ReplyHeader reply, ReadOnlyMemory<byte> payload) => reply.Kind switch
    {
        FrameKind.Result => CallOutcome.Done,
        FrameKind.Failure => CallOutcomes.Of(Failure.ReadKind(payload)),
        _ => CallOutcome.Canceled,
    };

    /// <summary>What becomes of a call whose worker is gone.</summary>
    private static CallOutcome OutcomeOf(WorkerCall item) => item switch
    {
        { KilledFor: { } reason } => CallOutcomes.Of(reason),
        { CanceledAt: not 0 } => CallOutcome.Canceled,
        _ => CallOutcome.WorkerDied,
    };

    private void Count(Worker worker, WorkerCall item, ReplyHeader reply, int bytes)
    {
        var ran = (long)Math.Min(reply.RunNanoseconds, long.MaxValue);
        _tally.Time(Durations.Nanoseconds(item.SubmittedAt, worker.Pulse.FeltAt) - ran, ran);
        _tally.BytesReceived += bytes;
    }

    private void Correct(CallOutcome outcome)
    {
        lock (_gate)
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
