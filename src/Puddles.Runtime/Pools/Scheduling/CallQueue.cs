using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The calls that wait for a worker, first come first served; one that comes back from a worker goes before those that never left. Not safe for use by two threads at once.</summary>
internal sealed class CallQueue
{
    private readonly Queue<WorkerCall> _returned = new();
    private readonly Queue<WorkerCall> _waiting = new();

    /// <summary>How many calls wait at most: those that were settled meanwhile count until their turn comes.</summary>
    public int Count => _returned.Count + _waiting.Count;

    public void Add(WorkerCall call) => _waiting.Enqueue(call);

    public void Return(WorkerCall call) => _returned.Enqueue(call);

    /// <summary>Shows the next call, and drops those before it that were settled while they waited.</summary>
    public bool TryPeek(out WorkerCall call) => TryPeek(_returned, out call) || TryPeek(_waiting, out call);

    /// <summary>Drops the call that <see cref="TryPeek(out WorkerCall)"/> shows.</summary>
    public void Drop() => (_returned.Count > 0 ? _returned : _waiting).Dequeue();

    private static bool TryPeek(Queue<WorkerCall> queue, out WorkerCall call)
    {
        while (queue.TryPeek(out call!))
        {
            if (call.State == WorkerCallState.Queued)
            {
                return true;
            }

            queue.Dequeue();
        }

        return false;
    }
}
