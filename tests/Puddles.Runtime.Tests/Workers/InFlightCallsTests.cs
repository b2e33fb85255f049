using Puddles.Runtime.Tests.Pools;
using Puddles.Runtime.Tests.Support;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Workers;

public sealed class InFlightCallsTests
{
    private readonly InFlightCalls _calls = new();

    [Fact]
    public void Calls_that_go_together_have_a_number_each_and_end_one_by_one()
    {
        WorkerCall before = Single();
        WorkerCall bundle = Bundle(20);
        _calls.Add(before);
        _calls.Add(bundle);

        Assert.Equal((1ul, 2ul, 21), (before.Id, bundle.Id, _calls.Count));
        Assert.Null(_calls.Remove(22));
        Assert.Same(before, _calls.Remove(1));
        for (ulong id = 21; id >= 2; id--)
        {
            Assert.Same(bundle, _calls.Remove(id));
            Assert.Null(_calls.Remove(id));
        }

        Assert.Equal((0, 0L, 0L), (_calls.Count, _calls.Bytes, _calls.ExpectedNanoseconds));
    }

    [Fact]
    public void What_is_taken_apart_is_what_has_not_ended_and_each_in_its_place()
    {
        WorkerCall bundle = Bundle(4);
        _calls.Add(bundle);
        _calls.Remove(2);

        IReadOnlyList<WorkerCall> parts = _calls.TakeApart(bundle);

        Assert.Equal([0, 2, 3], parts.Select(part => part.Call.Index));
        Assert.Equal([1ul, 3, 4], parts.Select(part => part.Id));
        Assert.Equal(parts, _calls.ToList());
        Assert.Same(parts, _calls.TakeApart(bundle));
        Assert.All(parts, part => Assert.Equal(Dispatch.Arguments(part.Call.Index), part.Call.Arguments.ToArray()));
        Assert.All(parts, part => Assert.Same(part, _calls.Remove(part.Id)));
        Assert.Equal((0, 0L, 0L), (_calls.Count, _calls.Bytes, _calls.ExpectedNanoseconds));
    }

    [Fact]
    public void Taking_apart_what_has_ended_changes_nothing()
    {
        WorkerCall bundle = Bundle(3);
        WorkerCall behind = Single();
        _calls.Add(bundle);
        _calls.Add(behind);
        _calls.Remove(1);
        _calls.Remove(2);
        _calls.Remove(3);

        Assert.Empty(_calls.TakeApart(bundle));

        Assert.Equal([behind], _calls.ToList());
        Assert.Equal(behind.FrameBytes, _calls.Bytes);
    }

    [Fact]
    public void Numbers_go_on_however_many_there_were()
    {
        for (int round = 0; round < 100; round++)
        {
            WorkerCall bundle = Bundle(7);
            WorkerCall single = Single();
            _calls.Add(bundle);
            _calls.Add(single);
            Assert.Equal((ulong)(round * 8) + 1, bundle.Id);
            Assert.All(round % 2 == 0 ? _calls.ToList() : [.. _calls.TakeApart(bundle), single], call => Assert.Same(call, _calls.Remove(call.Id)));
        }

        Assert.Equal((0, 0L, 0L), (_calls.Count, _calls.Bytes, _calls.ExpectedNanoseconds));
    }

    private static WorkerCall Single() => IncomingTests.NewCall(0);

    private static WorkerCall Bundle(int count)
    {
        var pool = new BundlingPool(count);
        _ = pool.RunAllAsync(Enumerable.Range(0, count).Select(FakeTask.Of(x => x).Unit));
        return new WorkerCall(Assert.Single(pool.Calls)) { ExpectedNanoseconds = 100 };
    }
}
