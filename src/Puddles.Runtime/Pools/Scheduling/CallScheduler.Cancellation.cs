using System.Diagnostics;
using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What happens when a caller cancels.</content>
internal sealed partial class CallScheduler
{
    private void ObserveIfCancelable(PuddleCall call, WorkerCall item)
    {
        // One that cannot be cancelled may have ended by now, and be on the way of another call.
        if (call.CancellationToken.CanBeCanceled)
        {
            Observe(item);
        }
    }

    private void Observe(WorkerCall item)
    {
        CancellationTokenRegistration registration = item.Call.CancellationToken.UnsafeRegister(
            static state => ((Action)state!)(),
            () => Cancel(item));
        bool isSettled;
        using (Enter())
        {
            item.Registration = registration;
            isSettled = item.State == WorkerCallState.Settled;
        }

        if (isSettled)
        {
            registration.Unregister();
        }
    }

    private void Cancel(WorkerCall item)
    {
        List<WorkerCall> takenOut = [];
        List<(Worker Worker, ControlMessage Message)> messages = [];
        Aftermath aftermath = default;
        using (Enter())
        {
            TakeIn(ref aftermath);
            if (item is { Count: > 1, State: WorkerCallState.Sent })
            {
                foreach (WorkerCall part in item.Worker!.TakeApart(item))
                {
                    Cancel(part, takenOut, messages, ref aftermath);
                }
            }
            else
            {
                Cancel(item, takenOut, messages, ref aftermath);
            }

            // Who submitted what was taken in here counts on it to be given to a worker.
            Assign(ref aftermath);
        }

        aftermath.Happen();
        messages.ForEach(item => item.Worker.Tell(item.Message));
        takenOut.ForEach(item => item.Call.TrySetCanceled());
    }

    private void Cancel(WorkerCall item, List<WorkerCall> takenOut, List<(Worker Worker, ControlMessage Message)> messages, ref Aftermath aftermath)
    {
        switch (item.State)
        {
            case WorkerCallState.Outside or WorkerCallState.Queued:
                TakeOut(item, CallOutcome.Canceled, ref aftermath);
                LetIn(ref aftermath);
                takenOut.Add(item);
                break;
            case WorkerCallState.Sent:
                item.CanceledAt = item.CanceledAt == 0 ? Stopwatch.GetTimestamp() : item.CanceledAt;
                messages.Add((item.Worker!, new ControlMessage(ControlKind.Cancel, item.Id)));
                break;
        }
    }
}
