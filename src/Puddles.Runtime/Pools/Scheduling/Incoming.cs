using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>Calls that were submitted and that nobody has taken in yet. Any thread may add without waiting for another; one at a time takes.</summary>
internal sealed class Incoming
{
    private WorkerCall? _last;

    public bool IsEmpty => Volatile.Read(ref _last) is null;

    public void Add(WorkerCall call)
    {
        WorkerCall? before;
        do
        {
            before = Volatile.Read(ref _last);
            call.Next = before;
        }
        while (Interlocked.CompareExchange(ref _last, call, before) != before);
    }

    /// <summary>Takes all, in the order in which they came.</summary>
    /// <returns>The first, linked to the others by <see cref="WorkerCall.Next"/>; null where there are none.</returns>
    public WorkerCall? TakeAll()
    {
        WorkerCall? first = null;
        for (WorkerCall? call = IsEmpty ? null : Interlocked.Exchange(ref _last, null); call is not null;)
        {
            WorkerCall? before = call.Next;
            call.Next = first;
            first = call;
            call = before;
        }

        return first;
    }
}
