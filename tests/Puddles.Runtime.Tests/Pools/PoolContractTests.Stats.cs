using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

public abstract partial class PoolContractTests
{
    [Fact]
    public async Task Stats_count_each_call_by_how_it_ended_before_its_caller_knows()
    {
        PuddlePool pool = Make();

        await pool.RunAllAsync(Enumerable.Range(0, 20).Select(ContractTasks.UnitSquare)).OrHang();
        Assert.Equal(20, pool.Stats.Done);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => pool.RunAsync(ContractTasks.UnitSquareUnlessOdd(3))).OrHang();
        Assert.Equal(1, pool.Stats.Failed.Threw);
        await Assert.ThrowsAsync<PuddleSerializationException>(() => pool.RunAsync(ContractTasks.UnitMakeTouchy("unwritable"))).OrHang();
        Assert.Equal(1, pool.Stats.Failed.NotSerialized);
        using var stop = new CancellationTokenSource();
        Task canceled = pool.RunAsync(ContractTasks.UnitWaitForCancel(Scratch("started"), Scratch("canceled")), stop.Token);
        await Files.WaitForAsync(Scratch("started")).OrHang();
        Assert.Equal(1, pool.Stats.Queued + pool.Stats.Running);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled).OrHang();

        PoolStats stats = pool.Stats;
        Assert.Equal((20, 2, 1, 0, 23), (stats.Done, stats.Failed.Total, stats.Canceled, stats.TimedOut, stats.Settled));
        Assert.Equal((0, 0), (stats.Queued, stats.Running));
    }

    [Fact]
    public async Task Stats_are_right_after_calls_of_many_threads()
    {
        PuddlePool pool = Make();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            pool.RunAllAsync(Enumerable.Range(0, 500).Select(ContractTasks.UnitSquare))))).OrHang();

        Assert.Equal((4000, 4000, 0, 0), (pool.Stats.Done, pool.Stats.Settled, pool.Stats.Queued, pool.Stats.Running));
    }
}
