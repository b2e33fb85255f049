namespace Puddles.Wire.Transports.Sharing;

/// <summary>
/// Whether a thread is inside something that may be taken away: one thread at a time enters and leaves, any may close it. To
/// enter and leave has no barrier, which would wait for what was written inside; who closes has one in the whole process.
/// </summary>
internal sealed class Occupancy
{
    private int _isInside;
    private int _isClosed;

    /// <summary>Whether it is closed and nobody is inside, nor ever will be.</summary>
    public bool IsOver => Volatile.Read(ref _isClosed) != 0 && Volatile.Read(ref _isInside) == 0;

    public bool IsClosed => Volatile.Read(ref _isClosed) != 0;

    /// <returns>False where it is closed.</returns>
    public bool TryEnter()
    {
        Volatile.Write(ref _isInside, 1);
        if (Volatile.Read(ref _isClosed) == 0)
        {
            return true;
        }

        Volatile.Write(ref _isInside, 0);
        return false;
    }

    public void Leave() => Volatile.Write(ref _isInside, 0);

    public void Close()
    {
        Volatile.Write(ref _isClosed, 1);
        Interlocked.MemoryBarrierProcessWide();
    }
}
