namespace Puddles.Wire.Transports.Sharing;

/// <summary>The end of a ring that bytes are read from. Used by one thread at a time; the other end may do what it likes.</summary>
internal sealed unsafe class RingReader(byte* ring, int capacity)
{
    private ulong _read;

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => Volatile.Read(ref *(ulong*)(ring + RingLayout.Written)) == _read;

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
        new ReadOnlySpan<byte>(ring + RingLayout.Data + at, first).CopyTo(destination);
        new ReadOnlySpan<byte>(ring + RingLayout.Data, count - first).CopyTo(destination[first..]);
        _read += (ulong)count;
        Volatile.Write(ref *(ulong*)(ring + RingLayout.Read), _read);
        return count;
    }

    /// <summary>Says that the reader is about to sleep. Look at <see cref="IsEmpty"/> once more after it.</summary>
    public void FallAsleep()
    {
        Volatile.Write(ref *(int*)(ring + RingLayout.IsAsleep), 1);
        Interlocked.MemoryBarrier();
    }

    /// <summary>Says that the reader needs no waking.</summary>
    public void WakeUp() => Volatile.Write(ref *(int*)(ring + RingLayout.IsAsleep), 0);
}
