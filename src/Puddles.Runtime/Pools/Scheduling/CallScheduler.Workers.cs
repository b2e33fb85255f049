using Puddles.Watching;
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
        using (Enter())
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
        using (Enter())
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

    void IWorkerOwner.OnExited(Worker worker, WorkerExit exit, IReadOnlyList<WorkerCall> calls)
    {
        List<WorkerCall> ended = [];
        HashSet<WorkerCall> neverBegun;
        Aftermath aftermath = default;
        Preserve(calls.Take(worker.TasksAtATime).Where(worker.MayHaveBegun), exit);
        using (Enter())
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
                Exception? reason = _isEnding ? Disposed() : mayHaveBegun ? null : item.Expired;
                if (item.KilledFor is null && reason is not null)
                {
                    item.KilledFor = reason;
                }

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
