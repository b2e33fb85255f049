using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Lists that are cancelled, or whose pool is disposed, in their midst.</summary>
public sealed class ListEndTests : IDisposable
{
    private const int Calls = 5_000;

    private readonly ListFolder _folder = new(Calls);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cancelling_reaches_the_call_that_runs_and_leaves_the_workers_to_serve()
    {
        await using ProcessPool pool = Programs.Pool();
        await _folder.WarmUpAsync(pool, _folder.StepHeeding);
        using var stop = new CancellationTokenSource();

        Task<int[]> list = pool.RunAllAsync(Enumerable.Range(0, Calls).Select(i => _folder.StepHeeding(i, i is 50 or 1_000 ? "heed" : "")), stop.Token);
        await _folder.WaitForAsync("held-50");
        await _folder.WaitForAsync("held-1000");
        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => list.OrHang());
        Assert.Equal(stop.Token, error.CancellationToken);
        await _folder.WaitForAsync("heeded-50");
        await _folder.WaitForAsync("heeded-1000");
        Assert.Equal((0, 0), (pool.Stats.Queued, pool.Stats.Running));
        Assert.Equal(0, pool.Stats.LostWorkers);
        Assert.All(_folder.Runs, runs => Assert.InRange(runs, 0, 1));
        Assert.Equal(Enumerable.Range(0, 10), await pool.RunAllAsync(Enumerable.Range(0, 10).Select(i => _folder.StepHeeding(i))).OrHang());
    }

    [Fact]
    public async Task Cancelling_at_any_moment_ends_the_list_and_settles_every_call()
    {
        await using ProcessPool pool = Programs.Pool();
        await _folder.WarmUpAsync(pool, _folder.Step);
        for (int round = 0; round < 40; round++)
        {
            using var stop = new CancellationTokenSource();
            int at = round * 61;
            IEnumerable<PuddleUnit<int>> units = Enumerable.Range(0, Calls).Select(i =>
            {
                if (i == at)
                {
                    _ = Task.Run(stop.Cancel);
                }

                return _folder.Step(i);
            });

            Exception? error = await Record.ExceptionAsync(() => pool.RunAllAsync(units, stop.Token).OrHang());

            Assert.True(error is null or OperationCanceledException, $"{error}");
            Assert.Equal((0, 0), (pool.Stats.Queued, pool.Stats.Running));
        }

        Assert.Equal(Enumerable.Range(0, 10), await pool.RunAllAsync(Enumerable.Range(0, 10).Select(i => _folder.Step(i))).OrHang());
        Assert.Equal(0, pool.Stats.LostWorkers);
    }

    [Fact]
    public async Task Leaving_a_stream_in_its_midst_ends_what_is_under_way()
    {
        await using ProcessPool pool = Programs.Pool();
        await _folder.WarmUpAsync(pool, _folder.Step);
        for (int round = 0; round < 20; round++)
        {
            int left = 20 + round;
            await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i))))
            {
                Assert.Equal(outcome.Index, outcome.Value);
                if (--left == 0)
                {
                    break;
                }
            }

            Assert.Equal((0, 0), (pool.Stats.Queued, pool.Stats.Running));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60_000)]
    public async Task Disposing_in_the_midst_settles_every_call(int grace)
    {
        await using var pool = new ProcessPool(new() { Workers = 2, WorkerCommand = [Programs.Worker], ShutdownGrace = TimeSpan.FromMilliseconds(grace) });
        await _folder.WarmUpAsync(pool, _folder.Step);
        Task? disposing = null;
        var indices = new List<int>();

        await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i))))
        {
            indices.Add(outcome.Index);
            Assert.True(outcome.IsSuccess ? outcome.Value == outcome.Index : outcome.Error is ObjectDisposedException, $"{outcome.Error}");
            disposing ??= pool.DisposeAsync().AsTask();
        }

        await disposing!.OrHang();
        Assert.Equal(Enumerable.Range(0, Calls), indices.Order());
        Assert.All(_folder.Runs, runs => Assert.InRange(runs, 0, 1));
    }

    [Fact]
    public async Task Disposing_with_a_call_of_a_bundle_that_does_not_end_settles_every_other()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], ShutdownGrace = TimeSpan.FromMilliseconds(100) });
        await _folder.WarmUpAsync(pool, _folder.Step);

        Task<int[]> list = pool.RunAllAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i, i == 40 ? "hold" : "")));
        await _folder.WaitForAsync("held-40");
        await pool.DisposeAsync().OrHang();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => list.OrHang());
        Assert.All(list.Exception!.InnerExceptions, error => Assert.IsType<ObjectDisposedException>(error));
        Assert.InRange(list.Exception.InnerExceptions.Count, 1, Calls - 40);
    }

    [Fact]
    public async Task Resizing_and_recycling_in_the_midst_loses_no_call()
    {
        await using ProcessPool pool = Programs.Pool(workers: 4);
        await _folder.WarmUpAsync(pool, _folder.Step);

        Task<int[]> list = pool.RunAllAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i)));
        for (int round = 0; round < 5; round++)
        {
            pool.Resize(1 + (round % 3));
            await pool.RecycleAsync().OrHang();
        }

        Assert.Equal(Enumerable.Range(0, Calls), await list.OrHang());
        Assert.All(_folder.Runs, runs => Assert.Equal(1, runs));
    }
}
