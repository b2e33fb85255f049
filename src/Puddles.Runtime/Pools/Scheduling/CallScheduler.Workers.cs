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
            _startFailures.Reset();
            Assign(ref aftermath);
        }

        aftermath.Happen();
        PuddlesEventSource.Log.WorkerReady(_poolName, worker.Id, worker.ProcessId ?? 0);
    }

    void IWorkerOwner.OnStartFailed(Worker worker, WorkerStartException error)
    {
        List<WorkerCall> hopeless = [];
        lock (_gate)
        {
            _crew.Remove(worker);
            NoteLoss(worker);
            bool givesUp = _startFailures.GiveUp(error);
            if (!givesUp)
            {
                StartWorkers(_queue.Count);
            }
            else if (_crew.IsEmpty)
            {
                hopeless = TakeQueued(CallOutcome.WorkerNotStarted);
            }

            NoteProgressOfClosing();
        }

        if (!worker.WasAskedToGo)
        {
            PuddlesEventSource.Log.WorkerNotStarted(_poolName, worker.Id, error.Message);
        }

        hopeless.ForEach(item => Settle(item, call => call.TrySetException(error)));
    }

    void IWorkerOwner.OnReply(Worker worker, WorkerCall item, ReplyHeader reply, ReadOnlyMemory<byte> payload)
    {
        CallOutcome outcome = OutcomeOf(reply, payload);
        Exception? overdue;
        lock (_gate)
        {
            if (reply.Kind == FrameKind.Withdrawn && item.CanceledAt == 0 && !_isEnding)
            {
                MarkQueued(item);
                return;
            }

            _losses = 0;
            overdue = reply.Kind == FrameKind.Result ? null : item.KilledFor;
            MarkSettled(item, overdue is null ? outcome : CallOutcomes.Of(overdue));
            if (reply.Kind != FrameKind.Withdrawn)
            {
                Count(worker, item, reply, payload.Length);
                worker.IsHeldUp = false;
                _runTimes.Learn(item.Call.TaskId, reply.RunNanoseconds);
            }
        }

        Tell(worker, item, reply);
        switch (reply.Kind)
        {
            case FrameKind.Result:
                item.Call.TrySetResult(payload, out outcome);
                if (outcome != CallOutcome.Done)
                {
                    Correct(outcome);
                }

                break;
            case var _ when overdue is not null:
                item.Call.TrySetException(overdue);
                break;
            case FrameKind.Failure:
                item.Call.TrySetFailure(payload);
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

    void IWorkerOwner.OnAnswersHandled(Worker worker)
    {
        Aftermath aftermath = default;
        lock (_gate)
        {
            _crew.NoteProgress(worker, ref aftermath);
            if (!Crew.IsWellSupplied(worker))
            {
                Assign(ref aftermath);
            }
        }

        aftermath.Happen();
        RecycleIfLarge(worker);
    }

    void IWorkerOwner.OnExited(Worker worker, WorkerExit exit, IReadOnlyList<WorkerCall> calls)
    {
        List<WorkerCall> ended = [];
        HashSet<WorkerCall> neverBegun;
        Aftermath aftermath = default;
        lock (_gate)
        {
            _crew.Remove(worker);
            NoteLoss(worker);
            if (worker.Given == 0 && !worker.WasAskedToGo)
            {
                _startFailures.Note();
            }

            foreach ((int place, WorkerCall item) in calls.Index())
            {
                bool mayHaveBegun = place < worker.TasksAtATime && worker.MayHaveBegun(item);
                _losses += place == 0 && !mayHaveBegun ? 1 : 0;
                item.KilledFor ??= _isEnding ? Disposed() : null;
                if (item.KilledFor is not null || item.CanceledAt != 0 || (mayHaveBegun && item.Attempt > item.Call.Retries))
                {
                    MarkSettled(item, OutcomeOf(item));
                    ended.Add(item);
                }
                else
                {
                    item.Attempt += mayHaveBegun ? 1 : 0;
                    MarkQueued(item);
                }
            }

            List<WorkerCall> hopeless = _losses > MostLosses ? TakeQueued(CallOutcome.WorkerDied) : [];
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
