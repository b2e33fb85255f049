using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>An engine that wants calls together and runs nothing: a test looks at what it is given, and settles it.</summary>
internal sealed class BundlingPool(int together) : PuddlePool
{
    private readonly Lock _gate = new();
    private readonly List<PuddleCall> _calls = [];

    /// <summary>What was submitted until now.</summary>
    public PuddleCall[] Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The first position of each, and how many it is.</summary>
    public (int Index, int Count)[] Shape => [.. Calls.Select(call => (call.Index, call.Count))];

    internal override bool SendsTogether => true;

    internal override int MostTogether(TaskDefinition task) => together;

    public override ValueTask DisposeAsync() => default;

    protected internal override void Submit(PuddleCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
        }
    }
}
