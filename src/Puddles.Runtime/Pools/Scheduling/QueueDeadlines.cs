using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>Which calls must have begun by when. Guarded by the pool's lock.</summary>
internal sealed class QueueDeadlines
{
    private const int Slack = 1024;

    private PriorityQueue<WorkerCall, long> _due = new();

    /// <param name="call">The call.</param>
    /// <param name="at">When it must have begun, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp.</param>
    /// <param name="unsettled">How many calls there are: of those that ended, no more than that are kept.</param>
    public void Add(WorkerCall call, long at, int unsettled)
    {
        if (_due.Count > Slack + (2 * unsettled))
        {
            _due = new(_due.UnorderedItems.Where(item => item.Element.State != WorkerCallState.Settled));
        }

        _due.Enqueue(call, at);
    }

    /// <summary>Takes out a call that is due and not settled; each comes once.</summary>
    public bool TryTake(long now, out WorkerCall call)
    {
        while (_due.TryPeek(out call!, out long at) && at <= now)
        {
            _due.Dequeue();
            if (call.State != WorkerCallState.Settled)
            {
                return true;
            }
        }

        return false;
    }
}
