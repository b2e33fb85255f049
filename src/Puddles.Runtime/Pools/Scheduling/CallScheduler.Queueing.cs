using System.Diagnostics;
using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>Who waits for room in the queue, and for how long a call may wait at all.</content>
internal sealed partial class CallScheduler
{
    private readonly Entrance _entrance = new();
    private readonly QueueDeadlines _deadlines = new();

    private bool IsFull => _queue.Count >= _options.QueueLimit;

    /// <summary>Puts a call into the queue, or outside where there is no room.</summary>
    private void Enter(WorkerCall item)
    {
        _unsettled += item.Count;
        if (IsFull || !_entrance.IsEmpty)
        {
            item.Admission = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _entrance.Add(item);
        }
        else
        {
            _queue.Add(item);
        }

        if ((item.Call.QueueTimeout ?? _options.QueueTimeout) is { } limit)
        {
            item.IsHeld = true;
            _deadlines.Add(item, item.SubmittedAt + (long)Math.Min(limit.TotalSeconds * Stopwatch.Frequency, long.MaxValue / 2), _unsettled);
        }
    }

    private void LetIn(ref Aftermath aftermath)
    {
        while (!_entrance.IsEmpty && !IsFull)
        {
            LetFirstIn(ref aftermath);
        }
    }

    private void LetFirstIn(ref Aftermath aftermath)
    {
        WorkerCall item = _entrance.TakeFirst();
        item.State = WorkerCallState.Queued;
        _queue.Add(item);
        aftermath.Admit(item);
    }

    /// <summary>Settles a call that waits, in the queue or outside it.</summary>
    private void TakeOut(WorkerCall item, CallOutcome outcome, ref Aftermath aftermath)
    {
        if (item.State == WorkerCallState.Outside)
        {
            _entrance.Remove(item);
            aftermath.Admit(item);
            MarkSettled(item, outcome);
        }
        else
        {
            MarkSettled(item, outcome);
            _queue.Forget();
        }
    }

    /// <summary>Takes out what has waited too long. A call that is with a worker is asked back: only the worker knows whether it has begun.</summary>
    private List<WorkerCall> Expire(List<(Worker Worker, ControlMessage Message)> messages, ref Aftermath aftermath)
    {
        List<WorkerCall> expired = [];
        long now = Stopwatch.GetTimestamp();
        while (_deadlines.TryTake(now, out WorkerCall item))
        {
            if (item.Attempt > 1)
            {
                continue;
            }

            item.Expired = QueueTimeoutException.For(item.Call.TaskName, item.Call.QueueTimeout ?? _options.QueueTimeout ?? default);
            if (item.State != WorkerCallState.Sent)
            {
                TakeOut(item, CallOutcomes.Of(item.Expired), ref aftermath);
                expired.Add(item);
            }
            else if (!item.IsWithdrawing)
            {
                item.IsWithdrawing = true;
                messages.Add((item.Worker!, new ControlMessage(ControlKind.Withdraw, item.Id)));
            }
        }

        if (expired.Count > 0)
        {
            Assign(ref aftermath);
        }

        return expired;
    }
}
