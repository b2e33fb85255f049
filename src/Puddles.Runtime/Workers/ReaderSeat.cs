namespace Puddles.Workers;

/// <summary>
/// Who reads from a worker: one thread at a time. The reader may leave its seat to run what awaits a result, which saves
/// waking a thread for it. If it is not back soon, another thread takes the seat and reads on, so that whoever awaits may
/// block as long as it likes.
/// </summary>
internal sealed class ReaderSeat
{
    private const long Taken = 0;

    private long _leaves;
    private long _state;
    private long _seen;

    /// <summary>Leaves the seat, to tell callers.</summary>
    public long Leave()
    {
        long leave = ++_leaves;
        Volatile.Write(ref _state, leave);
        return leave;
    }

    /// <summary>Comes back from a leave.</summary>
    /// <returns>False where another thread has the seat now: this one is to touch nothing more of the worker's.</returns>
    public bool TryReturn(long leave) => Interlocked.CompareExchange(ref _state, Taken, leave) == leave;

    /// <summary>Takes the seat if its reader has left it.</summary>
    /// <returns>Whether the caller is to see to it that somebody reads.</returns>
    public bool TryTake()
    {
        long leave = Volatile.Read(ref _state);
        return leave != Taken && Interlocked.CompareExchange(ref _state, Taken, leave) == leave;
    }

    /// <summary>Takes the seat if its reader left it before the last time that this was asked, and has not been back.</summary>
    /// <returns>Whether the caller is to see to it that somebody reads.</returns>
    public bool TryTakeIfLong()
    {
        long leave = Volatile.Read(ref _state);
        bool isLong = leave != Taken && leave == _seen;
        _seen = leave;
        return isLong && Interlocked.CompareExchange(ref _state, Taken, leave) == leave;
    }
}
