using MessagePack;
using Puddles.Hosting;

namespace Puddles.TestTasks;

/// <summary>A task written by hand, whose result is whatever bytes it is given: what no generated code would send.</summary>
public sealed class RawTask : TaskDefinition
{
    public static readonly RawTask Instance = new();

    private RawTask()
        : base(0xFA4E_0002, "raw", 0, "bytes: bytes\n-> anything")
    {
    }

    public override ValueTask InvokeAsync(TaskInvocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var reader = new MessagePackReader(invocation.Arguments);
        invocation.BeginArguments(ref reader, 1);
        invocation.Reading(0);
        byte[]? bytes = Serialization.BytesCodec.Read(ref reader);
        invocation.EndArguments(ref reader);
        var writer = new MessagePackWriter(invocation.BeginResult());
        writer.WriteRaw(bytes);
        invocation.EndResult(ref writer);
        return default;
    }
}
