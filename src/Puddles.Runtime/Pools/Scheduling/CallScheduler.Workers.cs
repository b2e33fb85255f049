using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What the workers report, each on its own thread.</content>
internal sealed partial class CallScheduler : IWorkerOwner
{
    /// <summary>How many workers may die in turn before they begin anything, until all who wait are told: no call waits for ever.</summary>
    private const int MostLosses = 10;

    private int _losses;

    void IWorkerOwner.OnReady(Worker worker)
    {
        Aftermath aftermath = default;
        lock (_gate)
        {
            _crew.BecomeReady(worker);
            _startFailures.NoteReady();
            Assign(ref aftermath);
        }

        aftermath.Happen();
        PuddlesEventSource.Log.WorkerReady(_poolName, worker.Id, worker.ProcessId ?? 0);
    }

    void IWorkerOwner.OnStartFailed(Worker worker, WorkerStartException error)
    {
        List<WorkerCall> hopeless = [];
        Aftermath aftermath = default;
        lock (_gate)
        {
            Dismiss(worker);
            NoteLoss(worker);
            bool givesUp = _startFailures.GiveUp(error);
            if (!givesUp)
            {
                StartWorkers(_queue.Count);
            }
            else if (_crew.IsEmpty)
            {
                hopeless = TakeQueued(CallOutcome.WorkerNotStarted, ref aftermath);
            }

            NoteProgressOfClosing();
        }

        if (!worker.WasAskedToGo)
        {
            PuddlesEventSource.Log.WorkerNotStarted(_poolName, worker.Id, error.Message);
        }

        aftermath.Happen();
        hopeless.ForEach(item => Settle(item, call => call.TrySetException(error)));
    }

    bool IWorkerOwner.OnReplies(Worker worker, List<WorkerReply> replies, bool isAll)
    {
        Aftermath aftermath = default;
        lock (_gate)
        {
            replies.RemoveAll(_returnIfHandedBack);
            foreach (WorkerReply reply in replies)
            {
                NoteEnd(worker, reply);
            }

            _crew.NoteProgress(worker, ref aftermath);
            if (!Crew.IsWellSupplied(worker))
            {
                Assign(ref aftermath);
            }
        }

        // First what keeps the worker busy, then what keeps the callers waiting.
        aftermath.Happen();
        RecycleIfLarge(worker);
        foreach (WorkerReply reply in replies)
        {
            Tell(worker, reply);
            Preserve(reply);
        }

        if (isAll && replies.Count == 1 && worker.Count == 0)
        {
            return AnswerAside(worker, replies[0]);
        }

        replies.ForEach(_answer);
        return true;
    }

    void IWorkerOwner.OnExited(Worker worker, WorkerExit exit, IReadOnlyList<WorkerCall> calls)
    {
        List<WorkerCall> ended = [];
        HashSet<WorkerCall> neverBegun;
        Aftermath aftermath = default;
        Preserve(calls.Take(worker.TasksAtATime).Where(worker.MayHaveBegun), exit);
        lock (_gate)
        {
            Dismiss(worker);
            NoteLoss(worker);
            if (worker.Given == 0 && !worker.WasAskedToGo)
            {
                _startFailures.NoteUselessLife();
            }

            foreach ((int place, WorkerCall item) in calls.Index())
            {
                bool mayHaveBegun = place < worker.TasksAtATime && worker.MayHaveBegun(item);
                _losses += place == 0 && !mayHaveBegun ? 1 : 0;
                item.KilledFor ??= _isEnding ? Disposed() : mayHaveBegun ? null : item.Expired;
                if (item.KilledFor is not null || item.CanceledAt != 0 || (mayHaveBegun && item.Attempt > item.Call.Retries))
                {
                    MarkSettled(item, OutcomeOf(item));
                    ended.Add(item);
                }
                else
                {
                    if (mayHaveBegun)
                    {
                        item.Attempt++;
                        item.Expired = null;
                    }

                    MarkQueued(item);
                }
            }

            List<WorkerCall> hopeless = _losses > MostLosses ? TakeQueued(CallOutcome.WorkerDied, ref aftermath) : [];
            ended.AddRange(hopeless);
            neverBegun = [.. hopeless];
            Assign(ref aftermath);
            NoteProgressOfClosing();
        }

        aftermath.Happen();
        Tell(worker, exit);
        ended.ForEach(item =>
        {
            item.Call.Watch?.RunBy(worker.Id, exit.ProcessId);
            Settle(item, call => Fail(item, call, exit, neverBegun.Contains(item)));
        });
    }

    /// <summary>Puts a call back that its worker handed back unasked by the caller, unless its time or the pool is at an end.</summary>
    private bool ReturnIfHandedBack(WorkerReply reply)
    {
        bool isHandedBack = reply.Kind == FrameKind.Withdrawn && reply.Call.CanceledAt == 0 && !_isEnding && reply.Call.Expired is null;
        if (isHandedBack)
        {
            MarkQueued(reply.Call);
        }

        return isHandedBack;
    }

    private void NoteEnd(Worker worker, WorkerReply reply)
    {
        _losses = 0;
        MarkSettled(reply.Call, Overdue(reply) is { } overdue ? CallOutcomes.Of(overdue) : OutcomeOf(reply));
        if (reply.Kind != FrameKind.Withdrawn)
        {
            worker.IsHeldUp = false;
            _startFailures.NoteAnswer();
            Count(worker, reply);
            _runTimes.Learn(reply.Call.Call.TaskId, reply.RunNanoseconds);
        }
    }

    /// <summary>Why a call that ended without a result was told to end, if it was.</summary>
    private static Exception? Overdue(WorkerReply reply) => reply.Kind switch
    {
        FrameKind.Result => null,
        FrameKind.Withdrawn when reply.Call.CanceledAt == 0 => reply.Call.Expired,
        _ => reply.Call.KilledFor,
    };

    /// <summary>Gives the only answer that there is, while nobody waits for this thread: who awaits it may go on here.</summary>
    /// <returns>False where that took so long that another thread reads from the worker now.</returns>
    private bool AnswerAside(Worker worker, WorkerReply reply)
    {
        long leave = worker.Seat.Leave();
        bool isBack;
        try
        {
            Answer(reply);
        }
        finally
        {
            isBack = worker.Seat.TryReturn(leave);
        }

        return isBack;
    }

    private void Answer(WorkerReply reply)
    {
        WorkerCall item = reply.Call;
        switch (reply.Kind)
        {
            case FrameKind.Result:
                item.Call.TrySetResult(reply.Payload, out CallOutcome outcome);
                if (outcome != CallOutcome.Done)
                {
                    Correct(outcome);
                }

                break;
            case var _ when Overdue(reply) is { } overdue:
                item.Call.TrySetException(overdue);
                break;
            case FrameKind.Failure:
                item.Call.TrySetFailure(reply.Payload);
                break;
            case FrameKind.Withdrawn when item.CanceledAt == 0:
                item.Call.TrySetException(Disposed());
                break;
            default:
                item.Call.TrySetCanceled();
                break;
        }

        item.Registration.Unregister();
    }

    private static void Fail(WorkerCall item, PuddleCall call, WorkerExit exit, bool neverBegan)
    {
        if (item.KilledFor is { } reason)
        {
            call.TrySetException(reason);
        }
        else if (item.CanceledAt != 0)
        {
            call.TrySetCanceled();
        }
        else
        {
            call.TrySetException(exit.ToException(call.TaskName, neverBegan ? TaskStart.Never : TaskStart.Maybe));
        }
    }
}
