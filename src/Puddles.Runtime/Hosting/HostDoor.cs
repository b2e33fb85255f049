using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Hosting;

/// <summary>The way to the host: connects to where its greeting says, and each side proves itself.</summary>
internal static class HostDoor
{
    /// <exception cref="WireException">The host is not who it says.</exception>
    /// <exception cref="IOException">The host cannot be reached.</exception>
    public static Transport Connect(Hello hello)
    {
        SharedMemory? memory = hello.MemoryAddress is { } address ? SharedMemory.TryOpen(address, SharedMemoryTransport.MemoryBytes) : null;
        memory?.Forget();
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            Enter(socket, hello);
            Prove(socket, hello, hasMapped: memory is not null);
            return memory is null ? new SocketTransport(socket) : new SharedMemoryTransport(socket, memory, isHost: false);
        }
        catch
        {
            socket.Dispose();
            memory?.Dispose();
            throw;
        }
    }

    private static void Enter(Socket socket, Hello hello)
    {
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(hello.SocketPath));
        }
        catch (SocketException error)
        {
            RemoveWhatTheHostLeft(hello.SocketPath);
            throw new IOException($"The pool's socket cannot be reached: {error.Message}", error);
        }
    }

    private static void Prove(Socket socket, Hello hello, bool hasMapped)
    {
        Span<byte> proof = stackalloc byte[Secret.Bytes];
        int count = 0;
        try
        {
            socket.Send([.. hello.WorkerSecret, hasMapped ? (byte)1 : (byte)0]);
            while (count < proof.Length)
            {
                int more = socket.Receive(proof[count..]);
                count += more > 0 ? more : throw new IOException("The pool closed the connection during the handshake.");
            }
        }
        catch (SocketException error)
        {
            throw new IOException($"The pool closed the connection during the handshake: {error.Message}", error);
        }

        if (!Secret.Matches(proof, hello.HostSecret))
        {
            throw new WireException("the pool did not prove itself.");
        }
    }

    /// <summary>A host that died in the middle of the start cannot take its socket away any more.</summary>
    private static void RemoveWhatTheHostLeft(string socketPath)
    {
        try
        {
            File.Delete(socketPath);
            Directory.Delete(Path.GetDirectoryName(socketPath)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // It was taken away already.
        }
    }
}
