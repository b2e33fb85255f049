namespace Puddles.Workers;

/// <summary>The calls that a worker has, in the order in which they were sent. Numbers rise by one, so that looking one up is a subtraction. Not safe for use by two threads at once.</summary>
internal sealed class InFlightCalls
{
    private WorkerCall?[] _slots = new WorkerCall?[16];
    private ulong _oldest = 1;
    private ulong _next = 1;

    public int Count { get; private set; }

    /// <summary>How long the calls are expected to take together, in nanoseconds.</summary>
    public long ExpectedNanoseconds { get; private set; }

    /// <summary>The bytes of their frames.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether the worker still has a call, by the number that it had.</summary>
    public bool Contains(WorkerCall call, ulong id) => Find(id) == call;

    /// <summary>Numbers a call and puts it last; several that are sent together get as many numbers.</summary>
    public void Add(WorkerCall call)
    {
        while (_next - _oldest + (ulong)call.Count > (ulong)_slots.Length)
        {
            Grow();
        }

        call.Id = _next;
        call.Aboard = call.Count;
        for (ulong end = _next + (ulong)call.Count; _next < end; _next++)
        {
            Slot(_next) = call;
        }

        Count += call.Count;
        ExpectedNanoseconds += call.ExpectedNanoseconds * call.Count;
        Bytes += call.FrameBytes;
    }

    /// <summary>Takes apart calls that were sent together and have not ended, so that each can have a fate of its own.</summary>
    public IReadOnlyList<WorkerCall> TakeApart(WorkerCall call)
    {
        if (call.Parts is null)
        {
            var parts = new List<WorkerCall>(call.Aboard);
            for (int offset = 0; offset < call.Count; offset++)
            {
                ulong id = call.Id + (ulong)offset;
                if (id >= _oldest && Slot(id) == call)
                {
                    WorkerCall part = call.Part(offset);
                    Slot(id) = part;
                    Bytes += part.FrameBytes;
                    parts.Add(part);
                }
            }

            // Where all have ended, the last took the frame along.
            Bytes -= call.Aboard > 0 ? call.FrameBytes : 0;
            call.Parts = parts;
        }

        return call.Parts;
    }

    /// <summary>Looks a call up.</summary>
    /// <returns>The call, or null where the worker has none of that number.</returns>
    public WorkerCall? Find(ulong id) => id < _oldest || id >= _next ? null : Slot(id);

    /// <summary>Takes a call out.</summary>
    /// <returns>The call, or null where the worker has none of that number.</returns>
    public WorkerCall? Remove(ulong id)
    {
        if (Find(id) is not { } call)
        {
            return null;
        }

        Slot(id) = null;
        Count--;
        ExpectedNanoseconds -= call.ExpectedNanoseconds;
        if (--call.Aboard <= 0)
        {
            Bytes -= call.FrameBytes;
        }

        while (_oldest < _next && Slot(_oldest) is null)
        {
            _oldest++;
        }

        return call;
    }

    /// <summary>All of them, in order, each by itself.</summary>
    public List<WorkerCall> ToList()
    {
        var calls = new List<WorkerCall>(Count);
        for (ulong id = _oldest; id < _next; id++)
        {
            if (Slot(id) is { Count: > 1 } together)
            {
                TakeApart(together);
            }

            if (Slot(id) is { } call)
            {
                calls.Add(call);
            }
        }

        return calls;
    }

    private ref WorkerCall? Slot(ulong id) => ref _slots[id & (ulong)(_slots.Length - 1)];

    private void Grow()
    {
        WorkerCall?[] larger = new WorkerCall?[_slots.Length * 2];
        for (ulong id = _oldest; id < _next; id++)
        {
            larger[id & (ulong)(larger.Length - 1)] = Slot(id);
        }

        _slots = larger;
    }
}
