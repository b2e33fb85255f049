using System.Net.Sockets;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Wire.Transports;

/// <summary>
/// A ring of shared memory for each direction, and a socket that wakes a side which sleeps and shows that the other is
/// gone. Nothing that the other side wrote is believed: a position is read once and checked.
/// </summary>
internal sealed class SharedMemoryTransport : Transport
{
    /// <summary>How many bytes each direction holds.</summary>
    public const int Capacity = 256 * 1024;

    /// <summary>How much memory the two directions take.</summary>
    public const int MemoryBytes = 2 * (RingLayout.Data + Capacity);

    private const int SpinsUntilYield = 64;
    private const int YieldsUntilSleep = 64;
    private const int SleepsUntilLook = 16;

    private readonly Socket _socket;
    private readonly SharedMemory _memory;
    private readonly RingWriter _writer;
    private readonly RingReader _reader;
    private readonly SpinGauge _gauge = new();
    private readonly Occupancy _sending = new();
    private readonly Occupancy _receiving = new();
    private int _isUnmapped;
    private long _takenInAll = -1;

    /// <param name="socket">Connected to the other side, and used by nobody else.</param>
    /// <param name="memory">Of <see cref="MemoryBytes"/>; disposed with the transport.</param>
    /// <param name="isHost">Whether this is the side that made the memory.</param>
    public unsafe SharedMemoryTransport(Socket socket, SharedMemory memory, bool isHost)
    {
        _socket = socket;
        _memory = memory;
        byte* toWorker = memory.Start;
        byte* toHost = memory.Start + RingLayout.Size(Capacity);
        _writer = new RingWriter(isHost ? toWorker : toHost, Capacity);
        _reader = new RingReader(isHost ? toHost : toWorker, Capacity);
    }

    /// <summary>What was written, until the peer is found gone: then, what it says that it has read.</summary>
    public override long MostTaken => Volatile.Read(ref _takenInAll) is >= 0 and var taken ? taken : _writer.Written;

    public override int FreePieces => int.MaxValue;

    public override int FreeFlight => Capacity;

    public override void Send(ReadOnlySpan<byte> bytes)
    {
        if (!_sending.TryEnter())
        {
            throw Gone(null);
        }

        try
        {
            while (!bytes.IsEmpty)
            {
                int count = _writer.Write(bytes);
                bytes = bytes[count..];
                if (_writer.MustWake())
                {
                    Ring();
                }

                if (count == 0)
                {
                    WaitForRoom();
                }
            }
        }
        catch (WireException error)
        {
            // Whoever receives from such a peer is to find it gone as well.
            Dispose();
            throw Gone(error);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            throw Gone(error);
        }
        finally
        {
            _sending.Leave();
            UnmapIfOver();
        }
    }

    public override int Receive(Span<byte> destination)
    {
        if (!_receiving.TryEnter())
        {
            return 0;
        }

        try
        {
            int count;
            while ((count = _reader.Read(destination)) == 0)
            {
                if (_receiving.IsClosed)
                {
                    return 0;
                }

                if (!_gauge.Spin(_reader) && !Sleep())
                {
                    if (_receiving.IsClosed)
                    {
                        return 0;
                    }

                    // What was written before the end is still there.
                    Volatile.Write(ref _takenInAll, _writer.Read);
                    return _reader.Read(destination);
                }
            }

            return count;
        }
        finally
        {
            _receiving.Leave();
            UnmapIfOver();
        }
    }

    public override void EndReceiving() => _socket.TryShutdown(SocketShutdown.Receive);

    public override void Dispose()
    {
        _sending.Close();
        _receiving.Close();
        _socket.TryShutdown(SocketShutdown.Both);
        _socket.Dispose();
        UnmapIfOver();
    }

    /// <returns>False where the peer is gone.</returns>
    private bool Sleep()
    {
        Span<byte> bells = stackalloc byte[64];
        _reader.FallAsleep();
        try
        {
            return !_reader.IsEmpty || _socket.Receive(bells) > 0;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            _reader.WakeUp();
        }
    }

    /// <summary>Waits for the peer to read. It is not woken for that: who is so far ahead can look now and then.</summary>
    private void WaitForRoom()
    {
        for (int turn = 1; !_writer.HasRoom; turn++)
        {
            ObjectDisposedException.ThrowIf(_sending.IsClosed, this);
            if (turn < SpinsUntilYield)
            {
                Thread.SpinWait(8);
            }
            else if (turn < SpinsUntilYield + YieldsUntilSleep)
            {
                Thread.Yield();
            }
            else
            {
                if (turn % SleepsUntilLook == 0)
                {
                    Ring();
                }

                Thread.Sleep(1);
            }
        }
    }

    /// <summary>Wakes the peer. Where so many bells are unheard that there is no room for one more, it is being woken already.</summary>
    private void Ring()
    {
        if (_socket.Poll(0, SelectMode.SelectWrite))
        {
            _socket.Send([1]);
        }
    }

    private void UnmapIfOver()
    {
        if (_sending.IsOver && _receiving.IsOver && Interlocked.Exchange(ref _isUnmapped, 1) == 0)
        {
            _memory.Dispose();
        }
    }

    private static IOException Gone(Exception? cause) => new("The peer is gone.", cause);
}
