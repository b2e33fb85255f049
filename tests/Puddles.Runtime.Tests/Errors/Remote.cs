using Puddles.Runtime.Tests.Support;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Errors;

/// <summary>Sends exceptions through the encoding of failures, as if a worker had answered with them.</summary>
internal static class Remote
{
    public static readonly FakeTask Task = FakeTask.Of(x => x);

    /// <summary>What the caller gets where a task throws this.</summary>
    public static Exception RoundTrip(Exception thrown) => Failure.Read(Encode(thrown), Task);

    public static ReadOnlyMemory<byte> Encode(Exception thrown, int limit = int.MaxValue)
    {
        var output = new PayloadBuffer { Limit = limit };
        FakeTask task = FakeTask.Throwing(thrown);
        Dispatch.Run(task, 1, output);
        return output.Detach();
    }
}
