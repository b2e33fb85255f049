namespace Puddles.Wire.Transports.Sharing;

/// <summary>The end of a ring that bytes are written to. Used by one thread at a time; the other end may do what it likes.</summary>
internal sealed unsafe class RingWriter(byte* ring, int capacity)
{
    private ulong _written;
    private ulong _read;

    /// <summary>How many bytes were written in all.</summary>
    public long Written => (long)Volatile.Read(ref _written);

    /// <summary>How many bytes the reader says that it has read, which cannot be more.</summary>
    public long Read => (long)Math.Min(Volatile.Read(ref *(ulong*)(ring + RingLayout.Read)), Volatile.Read(ref _written));

    /// <summary>Whether anything can be written.</summary>
    /// <exception cref="WireException">The reader says that it read what was never written.</exception>
    public bool HasRoom => Room(1) > 0;

    /// <summary>Writes what there is room for and shows it to the reader.</summary>
    /// <returns>How many bytes that was.</returns>
    /// <exception cref="WireException">The reader says that it read what was never written.</exception>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        int room = Room(bytes.Length);
        int count = Math.Min(room, bytes.Length);
        if (count == 0)
        {
            return 0;
        }

        int at = (int)(_written % (ulong)capacity);
        int first = Math.Min(count, capacity - at);
        bytes[..first].CopyTo(new Span<byte>(ring + RingLayout.Data + at, first));
        bytes[first..count].CopyTo(new Span<byte>(ring + RingLayout.Data, count - first));
        _written += (ulong)count;
        Volatile.Write(ref *(ulong*)(ring + RingLayout.Written), _written);
        return count;
    }

    /// <summary>Whether the reader sleeps; it is asked once for each sleep. What was written before is seen by a reader for which this is false.</summary>
    public bool MustWake()
    {
        Interlocked.MemoryBarrier();
        ref int isAsleep = ref *(int*)(ring + RingLayout.IsAsleep);
        return Volatile.Read(ref isAsleep) != 0 && Interlocked.Exchange(ref isAsleep, 0) != 0;
    }

    private int Room(int wanted)
    {
        if ((ulong)capacity - (_written - _read) < (ulong)wanted)
        {
            ulong read = Volatile.Read(ref *(ulong*)(ring + RingLayout.Read));
            if (read < _read || read > _written)
            {
                throw new WireException("its position in the shared memory is not one that it can have");
            }

            _read = read;
        }

        return capacity - (int)(_written - _read);
    }
}
