using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The calls that wait for a worker: those of a higher priority first, first come first served among equals, and one that comes back from a worker before those that never left. Not safe for use by two threads at once.</summary>
internal sealed class CallQueue
{
    private readonly Queue<WorkerCall> _returned = new();
    private readonly Queue<WorkerCall> _usual = new();
    private readonly PriorityQueue<WorkerCall, (long NegativePriority, long Order)> _unusual = new();
    private long _order;

    /// <summary>How many calls wait at most: those that were settled meanwhile count until their turn comes.</summary>
    public int Count => _returned.Count + _usual.Count + _unusual.Count;

    /// <summary>Those that wait, in no particular order.</summary>
    public IEnumerable<WorkerCall> Waiting =>
        _returned.Concat(_unusual.UnorderedItems.Select(item => item.Element)).Concat(_usual).Where(call => call.State == WorkerCallState.Queued);

    public void Add(WorkerCall call)
    {
        if (call.Call.Priority == 0)
        {
            _usual.Enqueue(call);
        }
        else
        {
            _unusual.Enqueue(call, (-(long)call.Call.Priority, _order++));
        }
    }

    public void Return(WorkerCall call) => _returned.Enqueue(call);

    /// <summary>Shows the next call, and drops those before it that were settled while they waited.</summary>
    public bool TryPeek(out WorkerCall call)
    {
        while (TryPeekAny(out call))
        {
            if (call.State == WorkerCallState.Queued)
            {
                return true;
            }

            Drop();
        }

        return false;
    }

    /// <summary>Drops the call that is next.</summary>
    public void Drop()
    {
        if (_returned.Count > 0)
        {
            _returned.Dequeue();
        }
        else if (IsUnusualNext)
        {
            _unusual.Dequeue();
        }
        else
        {
            _usual.Dequeue();
        }
    }

    private bool IsUnusualNext => _unusual.TryPeek(out WorkerCall? first, out _) && (first.Call.Priority > 0 || _usual.Count == 0);

    private bool TryPeekAny(out WorkerCall call)
    {
        if (_returned.TryPeek(out call!))
        {
            return true;
        }

        return IsUnusualNext ? _unusual.TryPeek(out call!, out _) : _usual.TryPeek(out call!);
    }
}
