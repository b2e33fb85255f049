using System.Net.Sockets;

namespace Puddles.Wire.Transports;

/// <summary>A connected stream socket, used in blocking calls only: once a socket has had an asynchronous call, its blocking ones take a detour over the framework's event loop.</summary>
internal sealed class SocketTransport : Transport
{
    private const int BufferBytes = 208 * 1024;

    private readonly Socket _socket;

    public SocketTransport(Socket socket)
    {
        _socket = socket;
        socket.SendBufferSize = BufferBytes;
        socket.ReceiveBufferSize = BufferBytes;
    }

    public override int FreeFlight => 64 * 1024;

    public override void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[_socket.Send(bytes)..];
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
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
            return 0;
        }
    }

    public override void Dispose()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The peer was first, or this is the second call.
        }

        _socket.Dispose();
    }
}
