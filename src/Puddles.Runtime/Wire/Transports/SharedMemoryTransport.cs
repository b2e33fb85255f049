using System.Net.Sockets;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Wire.Transports;

/// <summary>
/// A ring of shared memory for each direction, and a socket that wakes a side which sleeps and shows that the other is
/// gone. Nothing that the other side wrote is believed: a position is read once and checked.
/// </summary>
internal sealed partial class SharedMemoryTransport : Transport
{
    /// <summary>How many bytes each direction holds: a payload of 1 MiB goes in at once, with all that comes with it.</summary>
    public const int Capacity = 1280 * 1024;

    /// <summary>How much memory the two directions take.</summary>
    public const int MemoryBytes = 2 * (RingLayout.Data + Capacity);

    /// <summary>How much is copied at a time: so much that showing it costs next to nothing, so little that the other side has not long to wait for its turn.</summary>
    private const int Piece = 32 * 1024;

    /// <summary>How long a writer sleeps that nobody wakes, until it looks whether the peer is still there.</summary>
    private const int MillisecondsUntilLook = 10;

    /// <summary>How long a reader sleeps where it is woken fastest, until it goes where it is told of the peer's end as well.</summary>
    private const int MillisecondsUntilSocket = 5;

    private readonly Socket _socket;
    private readonly SharedMemory _memory;
    private readonly RingWriter _writer;
    private readonly RingReader _reader;
    private readonly CoreSharing? _sharing;
    private readonly SpinGauge _forBytes = new();
    private readonly Func<bool> _hasBytes;
    private readonly Func<bool> _hasRoom;
    private readonly Occupancy _sending = new();
    private readonly Occupancy _receiving = new();
    private readonly Lock _mapped = new();
    private int _wanted;
    private bool _isFlowing;
    private bool _isUnmapped;
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

        // One of the two moves, lest they meet on the other core; the host's threads are the user's business.
        _sharing = isHost ? null : new CoreSharing();
        _hasBytes = () => !_reader.IsEmpty;
        _hasRoom = () => _writer.HasRoom(_wanted);
    }

    /// <summary>What was written, until the peer is found gone: then, what it says that it has read.</summary>
    public override long MostTaken => Volatile.Read(ref _takenInAll) is >= 0 and var taken ? taken : _writer.Written;

    public override bool HasUnread
    {
        get
        {
            // Who looks holds off the end of the mapping.
            lock (_mapped)
            {
                return !_receiving.IsClosed && !_isUnmapped && !_reader.IsEmpty;
            }
        }
    }

    public override int FreePieces => int.MaxValue;

    public override int FreeFlight => Capacity;

    public override void Send(ReadOnlySpan<byte> bytes) => Send(bytes, wakes: true);

    public override void SendQuietly(ReadOnlySpan<byte> bytes) => Send(bytes, wakes: false);

    public override bool TrySendNow(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        bool isSent = false;
        try
        {
            isSent = _sending.TryEnter() && _writer.TryWrite(first, second, third);
        }
        catch (WireException)
        {
            // Whoever receives from such a peer is to find it gone as well.
            Dispose();
        }

        _sending.Leave();
        UnmapIfOver();
        return isSent;
    }

    public override void Wake() => Send([], wakes: true);

    private void Send(ReadOnlySpan<byte> bytes, bool wakes)
    {
        if (!_sending.TryEnter())
        {
            throw Gone(null);
        }

        try
        {
            while (true)
            {
                int piece = Math.Min(bytes.Length, Piece);
                int count = _writer.HasRoom(piece) ? _writer.Write(bytes[..piece]) : 0;
                bytes = bytes[count..];
                if (bytes.IsEmpty ? wakes : !IsHere(_writer.ReaderCore))
                {
                    WakePeer();
                }

                if (bytes.IsEmpty)
                {
                    return;
                }

                if (count == 0)
                {
                    WakePeer();
                    WaitForRoom(piece, bytes.Length);
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
            while ((count = _reader.Read(destination[..Math.Min(destination.Length, Piece)])) == 0)
            {
                if (_receiving.IsClosed)
                {
                    return 0;
                }

                if ((IsPatient || !Spin()) && !Sleep())
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

            // Of what came by the piece there is mostly more on its way.
            _isFlowing = count == Piece;
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

    private void WakePeer()
    {
        if (_writer.Wake())
        {
            Bell.Ring(_socket);
        }
    }

    private void UnmapIfOver()
    {
        if (!_sending.IsOver || !_receiving.IsOver)
        {
            return;
        }

        lock (_mapped)
        {
            if (!_isUnmapped)
            {
                _isUnmapped = true;
                _memory.Dispose();
            }
        }
    }

    private static IOException Gone(Exception? cause) => new("The peer is gone.", cause);
}
