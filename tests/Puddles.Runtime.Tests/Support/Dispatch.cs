using MessagePack;
using Puddles.Hosting;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Support;

/// <summary>Runs hand-written tasks through the dispatcher.</summary>
internal static class Dispatch
{
    public static byte[] Arguments(params int[] values)
    {
        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(values.Length);
        foreach (int value in values)
        {
            writer.Write(value);
        }

        writer.Flush();
        return buffer.Detach().ToArray();
    }

    /// <summary>Runs a task that does not suspend.</summary>
    public static DispatchOutcome Run(FakeTask task, int x, PayloadBuffer output, CancellationToken cancellationToken = default) =>
        RunRaw(task, Arguments(x), output, cancellationToken);

    public static DispatchOutcome RunRaw(FakeTask task, ReadOnlyMemory<byte> arguments, PayloadBuffer output, CancellationToken cancellationToken = default)
    {
        ValueTask<DispatchOutcome> running = TaskDispatcher.DispatchAsync(task, arguments, output, new PuddleContext { CancellationToken = cancellationToken });
        Assert.True(running.IsCompletedSuccessfully);
        return running.AsTask().Result;
    }

    public static int ReadResult(ReadOnlyMemory<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        int result = reader.ReadInt32();
        Assert.True(reader.End);
        return result;
    }
}
