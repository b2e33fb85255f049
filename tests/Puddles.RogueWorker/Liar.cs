using Puddles.Hosting;
using Puddles.Wire;

namespace Puddles.RogueWorker;

/// <summary>A worker that shakes hands as it should and then does not keep to the protocol.</summary>
internal static class Liar
{
    public static void Run(string lie)
    {
        Hello hello = Hello.Read(Console.OpenStandardInput());
        if (lie == "wrong-secret")
        {
            hello = hello with { WorkerSecret = new byte[Secret.Bytes] };
        }

        Transport transport = HostDoor.Connect(hello);
        if (lie == "never-ready")
        {
            Thread.Sleep(Timeout.Infinite);
        }

        if (lie == "bad-start-failure")
        {
            Reply(transport, FrameKind.StartFailed, 0, 1, 2, 3, 4);
            Thread.Sleep(Timeout.Infinite);
        }

        Reply(transport, FrameKind.Ready, 0);
        var frames = new FrameReader(transport, 1_000_000);
        while (frames.TryRead(out ReadOnlyMemory<byte> frame))
        {
            Answer(transport, lie, CallHeader.Read(frame.Span).CallId);
        }
    }

    private static void Answer(Transport transport, string lie, ulong callId)
    {
        switch (lie)
        {
            case "garbage":
                transport.Send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"u8);
                break;
            case "another-call":
                Reply(transport, FrameKind.Result, callId + 1000);
                break;
            case "twice":
                Reply(transport, FrameKind.Result, callId, 0xC0);
                Reply(transport, FrameKind.Result, callId, 0xC0);
                break;
            case "ready-again":
                Reply(transport, FrameKind.Ready, 0);
                break;
            case "start-failed-late":
                Reply(transport, FrameKind.StartFailed, 0);
                break;
            case "huge":
                transport.Send([0xFF, 0xFF, 0xFF, 0x7F]);
                break;
            case "negative":
                transport.Send([0xFF, 0xFF, 0xFF, 0xFF]);
                break;
            case "half":
                transport.Send([100, 0, 0, 0, (byte)FrameKind.Result]);
                Environment.Exit(0);
                break;
            case "bad-failure":
                Reply(transport, FrameKind.Failure, callId, 1, 2, 3, 4);
                break;
            case "bad-result":
                Reply(transport, FrameKind.Result, callId, 0xDD, 0xFF, 0xFF, 0xFF, 0xFF);
                break;
            default:
                throw new ArgumentException(lie);
        }
    }

    public static void Reply(Transport transport, FrameKind kind, ulong callId, params byte[] payload) =>
        transport.Send(Frame(kind, callId, payload));

    public static byte[] Frame(FrameKind kind, ulong callId, params byte[] payload)
    {
        byte[] frame = new byte[ReplyHeader.Bytes + payload.Length];
        new ReplyHeader(kind, callId, 0).Write(frame, payload.Length);
        payload.CopyTo(frame, ReplyHeader.Bytes);
        return frame;
    }
}
