using Puddles.Hosting;
using Puddles.Wire;

namespace Puddles.RogueWorker;

/// <summary>A worker that gives each call its argument back, and does not answer bundles as it should.</summary>
internal static class BundleLiar
{
    public static void Run(string lie)
    {
        Transport transport = HostDoor.Connect(Hello.Read(Console.OpenStandardInput()));
        Liar.Reply(transport, FrameKind.Ready, 0);
        var frames = new FrameReader(transport, 1_000_000);
        while (frames.TryRead(out ReadOnlyMemory<byte> frame))
        {
            var call = CallHeader.Read(frame.Span);
            ReadOnlyMemory<byte> rest = frame[(CallHeader.Bytes - FrameReader.PrefixBytes)..];
            if (!call.IsBundle)
            {
                Answer(transport, call.CallId, rest);
                continue;
            }

            List<(ulong CallId, ReadOnlyMemory<byte> Arguments)> calls = [];
            foreach (ReadOnlyMemory<byte> arguments in new BundledArguments(call.Count, rest))
            {
                calls.Add((call.CallId + (ulong)calls.Count, arguments));
            }

            Answer(transport, lie, calls);
        }
    }

    private static void Answer(Transport transport, string lie, List<(ulong CallId, ReadOnlyMemory<byte> Arguments)> calls)
    {
        switch (lie)
        {
            case "backwards":
                calls.Reverse();
                calls.ForEach(call => Answer(transport, call.CallId, call.Arguments));
                break;
            case "twice":
                Answer(transport, calls[0].CallId, calls[0].Arguments);
                Answer(transport, calls[0].CallId, calls[0].Arguments);
                break;
            case "beyond":
                Answer(transport, calls[0].CallId, calls[0].Arguments);
                Answer(transport, calls[^1].CallId + 1000, calls[^1].Arguments);
                break;
            case "hands-back":
                Liar.Reply(transport, FrameKind.Withdrawn, calls[1].CallId);
                Liar.Reply(transport, FrameKind.Withdrawn, calls[2].CallId);
                break;
            case "never":
                break;
            default:
                throw new ArgumentException(lie);
        }
    }

    private static void Answer(Transport transport, ulong callId, ReadOnlyMemory<byte> arguments) =>
        Liar.Reply(transport, FrameKind.Result, callId, arguments[1..].ToArray());
}
