namespace Puddles.Workers;

/// <summary>Objects of calls that have ended, for calls that come. Any thread may take and return, without waiting for another.</summary>
internal static class SpareCalls
{
    /// <summary>About how many are kept: as many as a flood of calls has on its way at a time.</summary>
    private const int MostKept = 16_384;

    private static WorkerCall? _first;
    private static int _kept;

    [ThreadStatic]
    private static WorkerCall? _own;

    /// <summary>Takes a call on its way.</summary>
    public static WorkerCall Take(PuddleCall call)
    {
        // All at once: who took one by one could meet with one that has been away and come back meanwhile.
        WorkerCall? spare = _own ?? (Volatile.Read(ref _first) is null ? null : TakeAll());
        if (spare is null)
        {
            return new WorkerCall(call);
        }

        _own = spare.Next;
        spare.Next = null;
        spare.Begin(call);
        return spare;
    }

    /// <summary>Keeps what is spare.</summary>
    public static void Return(in SpareChain chain)
    {
        if (chain.First is null || Volatile.Read(ref _kept) > MostKept)
        {
            return;
        }

        WorkerCall? first;
        do
        {
            first = Volatile.Read(ref _first);
            chain.Last!.Next = first;
        }
        while (Interlocked.CompareExchange(ref _first, chain.First, first) != first);
        Interlocked.Add(ref _kept, chain.Count);
    }

    private static WorkerCall? TakeAll()
    {
        WorkerCall? all = Interlocked.Exchange(ref _first, null);
        Volatile.Write(ref _kept, 0);
        return all;
    }
}
