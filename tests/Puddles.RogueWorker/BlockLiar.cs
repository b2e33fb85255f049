using System.Buffers.Binary;
using Puddles.Hosting;
using Puddles.Wire;

namespace Puddles.RogueWorker;

/// <summary>A worker that does not keep its word about its first result, a large block; those after that are an array of one number, 2.5.</summary>
internal static class BlockLiar
{
    private const int BlockBytes = 800_000;

    public static void Run(string lie)
    {
        Hello hello = Hello.Read(Console.OpenStandardInput());
        Transport transport = HostDoor.Connect(hello);
        Liar.Reply(transport, FrameKind.Ready, 0);
        var frames = new FrameReader(transport, 1_000_000);
        for (bool isFirst = true; frames.TryRead(out ReadOnlyMemory<byte> frame); isFirst = false)
        {
            ulong callId = CallHeader.Read(frame.Span).CallId;
            if (isFirst)
            {
                Lie(transport, lie, callId);
            }
            else
            {
                Liar.Reply(transport, FrameKind.Result, callId, [0xC4, 8, .. BitConverter.GetBytes(2.5)]);
            }
        }
    }

    private static void Lie(Transport transport, string lie, ulong callId)
    {
        switch (lie)
        {
            case "longer than its block":
                Liar.Reply(transport, FrameKind.Result, callId, Block(BlockBytes, BlockBytes + 1));
                break;
            case "shorter than its block":
                Liar.Reply(transport, FrameKind.Result, callId, Block(BlockBytes, BlockBytes - 1));
                break;
            case "not of whole elements":
                Liar.Reply(transport, FrameKind.Result, callId, Block(BlockBytes + 1, BlockBytes + 1));
                break;
            case "no block":
                Liar.Reply(transport, FrameKind.Result, callId, [.. Enumerable.Repeat((byte)0x91, 10_000), .. new byte[BlockBytes]]);
                break;
            case "cut":
                transport.Send(Liar.Frame(FrameKind.Result, callId, Block(BlockBytes, BlockBytes)).AsSpan(0, BlockBytes / 2));
                Environment.Exit(0);
                break;
            default:
                throw new ArgumentException(lie);
        }
    }

    private static byte[] Block(int announced, int count)
    {
        byte[] payload = new byte[5 + count];
        payload[0] = 0xC6;
        BinaryPrimitives.WriteInt32BigEndian(payload.AsSpan(1), announced);
        return payload;
    }
}
