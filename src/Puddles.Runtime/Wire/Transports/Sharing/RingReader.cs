using Puddles.Serialization;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>The end of a ring that bytes are read from. Used by one thread at a time; the other end may do what it likes.</summary>
internal sealed unsafe class RingReader(byte* ring, int capacity)
{
    private ulong _read;
    private int _core = Core.Unknown;

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => Volatile.Read(ref *(ulong*)(ring + RingLayout.Written)) == Volatile.Read(ref _read);

    /// <summary>Reads what is there, up to the length of <paramref name="destination"/>.</summary>
    /// <returns>How many bytes that was.</returns>
    /// <exception cref="WireException">The writer says that it wrote more than there is room for.</exception>
    public int Read(Span<byte> destination)
    {
        ulong available = Volatile.Read(ref *(ulong*)(ring + RingLayout.Written)) - _read;
        if (available > (ulong)capacity)
        {
            throw new WireException("its position in the shared memory is not one that it can have");
        }

        int count = Math.Min((int)available, destination.Length);
        if (count == 0)
        {
            return 0;
        }

        int at = (int)(_read % (ulong)capacity);
        int first = Math.Min(count, capacity - at);
        Pieces.Copy(new ReadOnlySpan<byte>(ring + RingLayout.Data + at, first), destination);
        Pieces.Copy(new ReadOnlySpan<byte>(ring + RingLayout.Data, count - first), destination[first..]);
        Volatile.Write(ref _read, _read + (ulong)count);
        Volatile.Write(ref *(ulong*)(ring + RingLayout.Read), _read);
        NoteCore();
        if (available > (ulong)capacity / 2)
        {
            WakeWriter((int)available - count);
        }

        return count;
    }

    /// <summary>The core that the writer says it ran on when it last wrote.</summary>
    public int WriterCore => Volatile.Read(ref *(int*)(ring + RingLayout.WriterCore)) - 1;

    /// <summary>Says that the reader is about to sleep. Look at <see cref="IsEmpty"/> once more after it.</summary>
    public void FallAsleep(ReaderState how) => Interlocked.Exchange(ref *(int*)(ring + RingLayout.State), (int)how);

    /// <summary>Says that the reader needs no waking.</summary>
    public void WakeUp() => Volatile.Write(ref *(int*)(ring + RingLayout.State), (int)ReaderState.Awake);

    /// <summary>Sleeps for a moment, unless there is something to read.</summary>
    public void Doze(int milliseconds)
    {
        FallAsleep(ReaderState.AtWord);
        if (IsEmpty)
        {
            Futex.Wait((int*)(ring + RingLayout.State), (int)ReaderState.AtWord, milliseconds);
        }

        WakeUp();
    }

    private void NoteCore()
    {
        int core = Core.Current;
        if (core != _core)
        {
            _core = core;
            Volatile.Write(ref *(int*)(ring + RingLayout.ReaderCore), core + 1);
        }
    }

    /// <summary>Wakes a writer that waits for room when half of the ring is free: for less it is not worth it.</summary>
    private void WakeWriter(int left)
    {
        Interlocked.MemoryBarrier();
        int* isWaiting = (int*)(ring + RingLayout.IsWaiting);
        if (left <= capacity / 2 && Volatile.Read(ref *isWaiting) != 0 && Interlocked.Exchange(ref *isWaiting, 0) != 0 && Futex.IsSupported)
        {
            Futex.Wake(isWaiting);
        }
    }
}
