namespace Puddles.Workers;

/// <summary>Objects of calls that have ended, for calls that come. Any thread may take and return, without waiting for another.</summary>
internal static class SpareCalls
{
    /// <summary>About how many are kept: as many as a flood of calls has on its way at a time.</summary>
    private const int MostKept = 16_384;

    private static WorkerCall? _first;
    private static WorkerCall? _taking;
    private static int _isTaking;
    private static long _returned;
    private static long _taken;

    /// <summary>How many are kept.</summary>
    public static long Kept => Volatile.Read(ref _returned) - Volatile.Read(ref _taken);

    /// <summary>Takes a call on its way.</summary>
    public static WorkerCall Take(PuddleCall call)
    {
        if (TryTake() is not { } spare)
        {
            return new WorkerCall(call);
        }

        spare.Next = null;
        spare.Begin(call);
        return spare;
    }

    /// <summary>Keeps what is spare.</summary>
    public static void Return(in SpareChain chain)
    {
        if (chain.First is null || Kept + chain.Count > MostKept)
        {
            return;
        }

        Interlocked.Add(ref _returned, chain.Count);
        WorkerCall? first;
        do
        {
            first = Volatile.Read(ref _first);
            chain.Last!.Next = first;
        }
        while (Interlocked.CompareExchange(ref _first, chain.First, first) != first);
    }

    /// <summary>Takes one, where no other thread is doing so.</summary>
    private static WorkerCall? TryTake()
    {
        if (Interlocked.Exchange(ref _isTaking, 1) != 0)
        {
            return null;
        }

        // All at once: who took one by one from what others return to could meet with one that has been away and come back.
        WorkerCall? spare = _taking ?? (Volatile.Read(ref _first) is null ? null : Interlocked.Exchange(ref _first, null));
        if (spare is not null)
        {
            _taking = spare.Next;
            Volatile.Write(ref _taken, _taken + 1);
        }

        Volatile.Write(ref _isTaking, 0);
        return spare;
    }
}
