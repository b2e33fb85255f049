using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolStatsTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Stats_tell_what_runs_and_what_waits()
    {
        await using ProcessPool pool = Programs.Pool(workers: 2);
        Assert.Equal(new PoolStats(), pool.Stats);
        Task[] held = [.. Enumerable.Range(0, 5).Select(i => ContractTasks.RunHold(_scratch.File($"{i}"), _scratch.File("go"), pool))];
        await Files.WaitForAsync(_scratch.File("0")).OrHang();
        await Files.WaitForAsync(_scratch.File("1")).OrHang();

        PoolStats during = pool.Stats;
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await Task.WhenAll(held).OrHang();
        PoolStats after = pool.Stats;

        Assert.Equal((3, 2, 0), (during.Queued, during.Running, during.Settled));
        Assert.Equal((0, 0, 2), (during.StartingWorkers, during.IdleWorkers, during.BusyWorkers));
        Assert.Equal((0, 0, 5), (after.Queued, after.Running, after.Done));
        Assert.Equal((0, 2, 0), (after.StartingWorkers, after.IdleWorkers, after.BusyWorkers));
        Assert.True(after.BytesSent > during.BytesSent);
        Assert.True(after.BytesReceived >= 5 * "released".Length);
    }

    [Fact]
    public async Task Stats_tell_how_long_calls_waited_and_ran()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        var held = TimeSpan.FromMilliseconds(200);
        Task first = ContractTasks.RunHold(_scratch.File("started"), _scratch.File("go"), pool);
        Task<int> behind = ContractTasks.RunSquare(3, pool);
        await Files.WaitForAsync(_scratch.File("started")).OrHang();
        await Task.Delay(held);
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await Task.WhenAll(first, behind).OrHang();

        PoolStats stats = pool.Stats;
        Assert.Equal((2, 2), (stats.Wait.Count, stats.Run.Count));
        Assert.True(stats.Run.P99 > held * 0.9, $"{stats.Run.P99}");
        Assert.True(stats.Wait.P99 > held * 0.9, $"{stats.Wait.P99}");
        Assert.True(stats.Run.P50 < stats.Run.P99);
    }

    [Fact]
    public async Task Stats_count_lost_workers_and_calls_lost_with_them()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(7, pool).OrHang());
        await Assert.ThrowsAsync<TaskTimeoutException>(() => ProcessTasks.RunSpinWithTimeout(_scratch.File("spins"), pool).OrHang());
        await ContractTasks.RunSquare(3, pool).OrHang();
        await pool.RecycleAsync().OrHang();

        PoolStats stats = pool.Stats;
        Assert.Equal((1, 1, 1, 2), (stats.Failed.WorkerDied, stats.TimedOut, stats.Done, stats.LostWorkers));
    }

    [Fact]
    public async Task Stats_count_calls_that_no_worker_could_be_started_for_and_calls_that_a_closed_pool_refused()
    {
        await using var pool = new ProcessPool(new() { WorkerCommand = ["/no/such/program"] });
        await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool).OrHang());
        await pool.DisposeAsync().OrHang();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        PoolStats stats = pool.Stats;
        Assert.Equal((1, 1, 2), (stats.Failed.WorkerNotStarted, stats.Failed.PoolClosed, stats.Settled));
        Assert.True(stats.LostWorkers > 0);
    }
}
