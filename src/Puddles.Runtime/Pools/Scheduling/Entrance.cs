using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The calls that wait for room in the queue, first come first served. Guarded by the pool's lock.</summary>
internal sealed class Entrance
{
    private readonly LinkedList<WorkerCall> _calls = new();

    public bool IsEmpty => _calls.Count == 0;

    public void Add(WorkerCall call)
    {
        call.State = WorkerCallState.Outside;
        call.PlaceOutside = _calls.AddLast(call);
    }

    /// <summary>Takes out the first.</summary>
    public WorkerCall TakeFirst()
    {
        WorkerCall call = _calls.First!.Value;
        Remove(call);
        return call;
    }

    public void Remove(WorkerCall call)
    {
        _calls.Remove(call.PlaceOutside!);
        call.PlaceOutside = null;
    }
}
