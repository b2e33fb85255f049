using System.Collections.Concurrent;
using MessagePack;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>An engine that runs nothing: a test settles each call by hand.</summary>
internal sealed class HeldPool(int lookAhead) : PuddlePool
{
    private readonly BlockingCollection<PuddleCall> _calls = [];

    public int Submitted { get; private set; }

    protected internal override int LookAhead => lookAhead;

    /// <summary>Settles every call that is cancelled, as an engine must.</summary>
    public bool HeedsCancellation { get; init; } = true;

    /// <summary>The next call, in order of submission; waits for it.</summary>
    public PuddleCall Take()
    {
        Assert.True(_calls.TryTake(out PuddleCall? call, Support.Limits.Hang));
        return call;
    }

    public bool IsEmpty => _calls.Count == 0;

    public static void Succeed(PuddleCall call, int result)
    {
        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.Write(result);
        writer.Flush();
        Assert.True(call.TrySetResult(buffer.Written));
    }

    public override ValueTask DisposeAsync() => default;

    protected internal override void Submit(PuddleCall call)
    {
        Submitted++;
        _calls.Add(call);
        if (HeedsCancellation)
        {
            call.CancellationToken.Register(() => call.TrySetCanceled());
        }
    }
}
