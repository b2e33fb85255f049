namespace Puddles.Wire.Transports.Sharing;

/// <summary>The end of a ring that bytes are written to. Used by one thread at a time; the other end may do what it likes.</summary>
internal sealed unsafe class RingWriter(byte* ring, int capacity)
{
    /// <summary>From where on it is worth to tell the reader the core along with the bytes; else that is told when it is woken.</summary>
    private const int LargePiece = 4096;

    private readonly StoreGauge _stores = new();
    private ulong _written;
    private ulong _read;
    private int _core = Core.Unknown;

    /// <summary>How many bytes were written in all.</summary>
    public long Written => (long)Volatile.Read(ref _written);

    /// <summary>How many bytes the reader says that it has read, which cannot be more.</summary>
    public long Read => (long)Math.Min(Volatile.Read(ref *(ulong*)(ring + RingLayout.Read)), Volatile.Read(ref _written));

    /// <summary>Whether so much can be written.</summary>
    /// <exception cref="WireException">The reader says that it read what was never written.</exception>
    public bool HasRoom(int wanted) => Room(wanted) >= wanted;

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

        Show(Put(_written, bytes[..count]));
        if (count >= LargePiece)
        {
            NoteCore();
        }

        return count;
    }

    /// <summary>Writes pieces that follow each other and shows them to the reader together, if there is room for all.</summary>
    /// <exception cref="WireException">The reader says that it read what was never written.</exception>
    public bool TryWrite(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        int count = first.Length + second.Length + third.Length;
        if (Room(count) < count)
        {
            return false;
        }

        ulong at = Put(_written, first);
        at = Put(at, second);
        Show(Put(at, third));
        return true;
    }

    /// <summary>The core that the reader says it ran on when it last read.</summary>
    public int ReaderCore => Volatile.Read(ref *(int*)(ring + RingLayout.ReaderCore)) - 1;

    /// <summary>Wakes the reader if it sleeps, where that can be done from here. What was written before is seen by a reader that does not.</summary>
    /// <returns>Whether it sleeps at the socket, and is to be woken there; that is said once for each sleep.</returns>
    public bool Wake()
    {
        NoteCore();
        Interlocked.MemoryBarrier();
        int* state = (int*)(ring + RingLayout.State);
        if (Volatile.Read(ref *state) == (int)ReaderState.Awake)
        {
            return false;
        }

        var was = (ReaderState)Interlocked.Exchange(ref *state, (int)ReaderState.Awake);
        if (was == ReaderState.AtWord && Futex.IsSupported)
        {
            Futex.Wake(state);
        }

        return was == ReaderState.AtSocket;
    }

    private void NoteCore()
    {
        int core = Core.Current;
        if (core != _core)
        {
            _core = core;
            Volatile.Write(ref *(int*)(ring + RingLayout.WriterCore), core + 1);
        }
    }

    /// <summary>Sleeps until the reader has made room, or for so long.</summary>
    /// <param name="wanted">How much, at most half of the ring: the reader wakes nobody for less than that.</param>
    /// <param name="milliseconds">How long.</param>
    /// <exception cref="WireException">The reader says that it read what was never written.</exception>
    public void AwaitRoom(int wanted, int milliseconds)
    {
        if (!Futex.IsSupported)
        {
            Thread.Sleep(1);
            return;
        }

        int* isWaiting = (int*)(ring + RingLayout.IsWaiting);
        Interlocked.Exchange(ref *isWaiting, 1);
        if (!HasRoom(Math.Min(wanted, capacity / 2)))
        {
            Futex.Wait(isWaiting, 1, milliseconds);
        }

        Volatile.Write(ref *isWaiting, 0);
    }

    private ulong Put(ulong position, ReadOnlySpan<byte> bytes)
    {
        int at = (int)(position % (ulong)capacity);
        int first = Math.Min(bytes.Length, capacity - at);
        Copy(bytes[..first], ring + RingLayout.Data + at);
        Copy(bytes[first..], ring + RingLayout.Data);
        return position + (ulong)bytes.Length;
    }

    private void Copy(ReadOnlySpan<byte> bytes, byte* to)
    {
        if (bytes.Length >= StoreGauge.LeastBytes)
        {
            _stores.Copy(bytes, to);
        }
        else
        {
            bytes.CopyTo(new Span<byte>(to, bytes.Length));
        }
    }

    private void Show(ulong written)
    {
        Volatile.Write(ref _written, written);
        Volatile.Write(ref *(ulong*)(ring + RingLayout.Written), written);
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
