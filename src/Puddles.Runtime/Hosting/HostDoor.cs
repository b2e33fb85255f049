using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Hosting;

/// <summary>The way to the host: connects to where its greeting says, and each side proves itself.</summary>
internal static class HostDoor
{
    /// <summary>Who is crowded out by strangers before it has said who it is comes again, so often that it gets in past any crowd.</summary>
    private const int MostTries = 100;

    /// <exception cref="WireException">The host is not who it says.</exception>
    /// <exception cref="IOException">The host cannot be reached.</exception>
    public static Transport Connect(Hello hello)
    {
        SharedMemory? memory = hello.MemoryAddress is { } address ? SharedMemory.TryOpen(address, SharedMemoryTransport.MemoryBytes) : null;
        memory?.Forget();
        try
        {
            Socket socket = Enter(hello, hasMapped: memory is not null);
            return memory is null ? new SocketTransport(socket) : new SharedMemoryTransport(socket, memory, isHost: false);
        }
        catch
        {
            memory?.Dispose();
            throw;
        }
    }

    private static Socket Enter(Hello hello, bool hasMapped)
    {
        for (int tries = 1; ; tries++)
        {
            Socket socket = Knock(hello.SocketPath);
            try
            {
                Prove(socket, hello, hasMapped);
                return socket;
            }
            catch (IOException) when (tries < MostTries)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private static Socket Knock(string socketPath)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            return socket;
        }
        catch (SocketException error)
        {
            socket.Dispose();
            RemoveWhatTheHostLeft(socketPath);
            throw new IOException($"The pool's socket cannot be reached: {error.Message}", error);
        }
    }

    /// <exception cref="IOException">It was turned away, or the host has gone.</exception>
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
