using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The calls that wait for a worker: those of a higher priority first, first come first served among equals, and one that comes back from a worker before those that never left. Not safe for use by two threads at once.</summary>
internal sealed class CallQueue
{
    private const int Slack = 1024;

    private Queue<WorkerCall> _returned = new();
    private Queue<WorkerCall> _usual = new();
    private PriorityQueue<WorkerCall, (long NegativePriority, long Order)> _unusual = new();
    private long _order;

    /// <summary>How many calls wait.</summary>
    public int Count { get; private set; }

    /// <summary>Those that wait, in no particular order.</summary>
    public IEnumerable<WorkerCall> Waiting =>
        _returned.Concat(_unusual.UnorderedItems.Select(item => item.Element)).Concat(_usual).Where(call => call.State == WorkerCallState.Queued);

    public void Add(WorkerCall call)
    {
        Count++;
        if (call.Call.Priority == 0)
        {
            _usual.Enqueue(call);
        }
        else
        {
            _unusual.Enqueue(call, (-(long)call.Call.Priority, _order++));
        }
    }

    public void Return(WorkerCall call)
    {
        Count++;
        _returned.Enqueue(call);
    }

    /// <summary>Takes into account that a call was settled while it waited. It is dropped when its turn comes, or when there are many such.</summary>
    public void Forget()
    {
        Count--;
        if (_returned.Count + _usual.Count + _unusual.Count > (2 * Count) + Slack)
        {
            _returned = new(_returned.Where(IsWaiting));
            _usual = new(_usual.Where(IsWaiting));
            _unusual = new(_unusual.UnorderedItems.Where(item => IsWaiting(item.Element)));
        }
    }

    /// <summary>Shows the next call, and drops those before it that were settled while they waited.</summary>
    public bool TryPeek(out WorkerCall call)
    {
        while (TryPeekAny(out call))
        {
            if (IsWaiting(call))
            {
                return true;
            }

            DropAny();
        }

        return false;
    }

    /// <summary>Takes out the call that was shown.</summary>
    public void Drop()
    {
        Count--;
        DropAny();
    }

    private static bool IsWaiting(WorkerCall call) => call.State == WorkerCallState.Queued;

    private void DropAny()
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
