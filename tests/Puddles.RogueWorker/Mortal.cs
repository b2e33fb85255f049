using System.Diagnostics;
using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.RogueWorker;

/// <summary>A worker that keeps to the protocol up to a named place in it, and is killed there.</summary>
internal static class Mortal
{
    public static void Run(string place)
    {
        DieIf(place == "before the greeting");
        Hello hello = Hello.Read(Console.OpenStandardInput());
        DieIf(place == "before it connects");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(hello.SocketPath));
        SharedMemory? memory = hello.MemoryAddress is { } address ? SharedMemory.TryOpen(address, SharedMemoryTransport.MemoryBytes) : null;
        DieIf(place == "before its secret");
        socket.Send(hello.WorkerSecret.AsSpan(0, 10));
        DieIf(place == "in its secret");
        socket.Send([.. hello.WorkerSecret[10..], memory is null ? (byte)0 : (byte)1]);
        DieIf(place == "after its secret");
        socket.Receive(new byte[Secret.Bytes]);
        using Transport transport = memory is null ? new SocketTransport(socket) : new SharedMemoryTransport(socket, memory, isHost: false);
        DieIf(place == "before it is ready");
        byte[] ready = Liar.Frame(FrameKind.Ready, 0);
        transport.Send(ready.AsSpan(0, 7));
        DieIf(place == "in ready");
        transport.Send(ready.AsSpan(7));
        DieIf(place == "after ready");

        byte[] prefix = Read(transport, FrameReader.PrefixBytes);
        DieIf(place == "in the length of a call");
        int length = BitConverter.ToInt32(prefix);
        byte[] call = Read(transport, length / 2);
        DieIf(place == "in a call");
        byte[] rest = Read(transport, length - call.Length);
        DieIf(place == "after a call");

        byte[] reply = Liar.Frame(FrameKind.Result, CallHeader.Read([.. call, .. rest]).CallId, 9);
        transport.Send(reply.AsSpan(0, 2));
        DieIf(place == "in the length of a reply");
        transport.Send(reply.AsSpan(2, 10));
        DieIf(place == "in the header of a reply");
        transport.Send(reply.AsSpan(12, reply.Length - 13));
        DieIf(place == "before the last byte of a reply");
        transport.Send(reply.AsSpan(reply.Length - 1));
        DieIf(place == "after a reply");
        throw new ArgumentException(place);
    }

    private static void DieIf(bool isTime)
    {
        if (isTime)
        {
            Process.GetCurrentProcess().Kill();
        }
    }

    private static byte[] Read(Transport transport, int count)
    {
        byte[] bytes = new byte[count];
        int at = 0;
        while (at < count)
        {
            int more = transport.Receive(bytes.AsSpan(at));
            at += more > 0 ? more : throw new EndOfStreamException();
        }

        return bytes;
    }
}
