using System.Net.Sockets;

namespace Puddles.Wire.Transports;

/// <summary>A connected stream socket, used in blocking calls only: once a socket has had an asynchronous call, its blocking ones take a detour over the framework's event loop.</summary>
internal sealed class SocketTransport : Transport
{
    private const int BufferBytes = 208 * 1024;

    private readonly Socket _socket;
    private long _sent;
    private bool _wasReset;

    public SocketTransport(Socket socket)
    {
        _socket = socket;
        socket.SendBufferSize = BufferBytes;
        socket.ReceiveBufferSize = BufferBytes;
    }

    /// <summary>A reset tells that the peer went with something unread: the last byte of what was sent, if nothing else.</summary>
    public override long MostTaken => Volatile.Read(ref _sent) - (Volatile.Read(ref _wasReset) ? 1 : 0);

    public override bool HasUnread
    {
        get
        {
            try
            {
                return _socket.Available > 0;
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return false;
            }
        }
    }

    // Each piece takes a few hundred bytes of the socket's buffer besides its own.
    public override int FreePieces => 64;

    public override int FreeFlight => 64 * 1024;

    public override void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                int count = _socket.Send(bytes);
                Volatile.Write(ref _sent, _sent + count);
                bytes = bytes[count..];
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            NoteReset(error);
            throw new IOException("The peer is gone.", error);
        }
    }

    public override int Receive(Span<byte> destination)
    {
        try
        {
            return _socket.Receive(destination);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            NoteReset(error);
            return 0;
        }
    }

    public override void EndReceiving() => _socket.TryShutdown(SocketShutdown.Receive);

    public override void Dispose()
    {
        _socket.TryShutdown(SocketShutdown.Both);
        _socket.Dispose();
    }

    private void NoteReset(Exception error)
    {
        if (error is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            Volatile.Write(ref _wasReset, true);
        }
    }
}
