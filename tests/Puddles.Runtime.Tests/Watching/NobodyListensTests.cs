using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.Watching;

namespace Puddles.Runtime.Tests.Watching;

/// <summary>What watching costs where nobody does.</summary>
[Collection(WatchingAlone.Name)]
public sealed class NobodyListensTests
{
    [Fact]
    public void A_call_is_not_followed_and_nothing_is_allocated_to_find_that_out()
    {
        Assert.Null(CallWatch.Start("pool", "task", null));
        long before = GC.GetAllocatedBytesForCurrentThread();
        int followed = 0;
        for (int i = 0; i < 100_000; i++)
        {
            followed += CallWatch.Start("pool", "task", null) is null ? 0 : 1;
        }

        Assert.Equal((0, 0L), (followed, GC.GetAllocatedBytesForCurrentThread() - before));
    }

    [Fact]
    public void Counting_allocates_nothing()
    {
        var tally = new PoolTally();
        tally.Time(1, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100_000; i++)
        {
            tally.Settle(CallOutcome.Done, 1);
            tally.Time(i, i * 1000L);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task A_call_has_no_more_bytes_than_its_header_and_arguments()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await ContractTasks.RunSquare(3, pool).OrHang();

        Assert.Equal(Puddles.Wire.CallHeader.Bytes + 2, pool.Stats.BytesSent);
    }
}
