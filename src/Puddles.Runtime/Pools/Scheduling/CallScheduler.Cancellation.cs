using System.Diagnostics;
using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What happens when a caller cancels.</content>
internal sealed partial class CallScheduler
{
    private void Observe(WorkerCall item)
    {
        CancellationTokenRegistration registration = item.Call.CancellationToken.UnsafeRegister(
            static state => ((Action)state!)(),
            () => Cancel(item));
        bool isSettled;
        lock (_gate)
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
        Worker? worker = null;
        ControlMessage message = default;
        Aftermath aftermath = default;
        lock (_gate)
        {
            switch (item.State)
            {
                case WorkerCallState.Outside or WorkerCallState.Queued:
                    TakeOut(item, CallOutcome.Canceled, ref aftermath);
                    LetIn(ref aftermath);
                    break;
                case WorkerCallState.Sent:
                    item.CanceledAt = item.CanceledAt == 0 ? Stopwatch.GetTimestamp() : item.CanceledAt;
                    worker = item.Worker;
                    message = new ControlMessage(ControlKind.Cancel, item.Id);
                    break;
                default:
                    return;
            }
        }

        aftermath.Happen();
        if (worker is null)
        {
            item.Call.TrySetCanceled();
        }
        else
        {
            worker.Tell(message);
        }
    }
}
