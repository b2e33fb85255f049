using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Faults.Tests.Shutdown;

/// <summary>Ways to dispose a pool.</summary>
public sealed class PoolEndTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Disposing_waits_for_the_calls_that_it_has()
    {
        ProcessPool pool = Pool(TimeSpan.FromMinutes(1));
        Task<int>[] calls = [.. Enumerable.Range(0, 5000).Select(i => ProcessTasks.RunInc(i, pool))];

        await pool.DisposeAsync().OrHang();

        Assert.All(calls, call => Assert.True(call.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Disposing_with_calls_behind_one_that_does_not_end_settles_every_one()
    {
        for (int round = 0; round < 15; round++)
        {
            ProcessPool pool = Pool(TimeSpan.FromMilliseconds(15 + (3 * round)));
            Task<int>[] quick = [.. Enumerable.Range(0, 50).Select(i => ProcessTasks.RunInc(i, pool))];
            await Task.WhenAll(quick).OrHang();
            string path = _scratch.File($"{round}");
            Task[] endless = [ProcessTasks.RunSpin(path + "a", pool), ProcessTasks.RunSpin(path + "b", pool)];
            Task<int>[] behind = [.. Enumerable.Range(0, 300).Select(i => ProcessTasks.RunInc(i, pool))];

            await pool.DisposeAsync().OrHang();

            foreach (Task call in endless)
            {
                await Assert.ThrowsAsync<ObjectDisposedException>(() => call.OrHang());
            }

            PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(behind).OrHang();
            Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess || outcome.Error is ObjectDisposedException, outcome.ToString()));
        }
    }

    [Fact]
    public async Task A_callback_can_dispose_the_pool_and_wait_for_it()
    {
        ProcessPool pool = Pool(TimeSpan.FromSeconds(30));
        var disposed = new TaskCompletionSource();

        Task<int> call = pool.RunAsync(ProcessTasks.UnitInc(1).OnDone(_ =>
        {
            pool.DisposeAsync().AsTask().Wait();
            disposed.SetResult();
        }));

        Assert.Equal(2, await call.OrHang());
        await disposed.Task.OrHang();
    }

    [Fact]
    public async Task A_cancellation_can_dispose_the_pool_and_wait_for_it()
    {
        ProcessPool pool = Pool(TimeSpan.Zero);
        using var source = new CancellationTokenSource();
        Task held = ProcessTasks.RunHold(_scratch.File("held"), _scratch.File("never"), pool, source.Token);
        await Files.WaitForAsync(_scratch.File("held")).OrHang();
        source.Token.Register(() => pool.DisposeAsync().AsTask().Wait());

        await source.CancelAsync().OrHang();

        Exception? error = await Record.ExceptionAsync(() => held.OrHang());
        Assert.True(error is OperationCanceledException or ObjectDisposedException, error?.ToString());
    }

    [Fact]
    public async Task A_source_of_calls_can_dispose_the_pool()
    {
        ProcessPool pool = Pool(TimeSpan.FromSeconds(30));
        IEnumerable<PuddleUnit<int>> Units()
        {
            for (int i = 0; i < 100; i++)
            {
                if (i == 50)
                {
                    _ = pool.DisposeAsync().AsTask();
                }

                yield return ProcessTasks.UnitInc(i);
            }
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RunAllAsync(Units()).OrHang());
        await pool.DisposeAsync().OrHang();
    }

    [Fact]
    public async Task Many_threads_can_dispose_it_while_others_submit()
    {
        for (int round = 0; round < 5; round++)
        {
            ProcessPool pool = Pool(TimeSpan.FromSeconds(30));
            await ProcessTasks.RunInc(0, pool).OrHang();
            Task<PuddleOutcome<int>[]>[] submitting = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
                Puddle.SettleAsync([.. Enumerable.Range(0, 500).Select(i => ProcessTasks.RunInc(i, pool))])))];
            Task[] disposing = [.. Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await pool.DisposeAsync()))];

            await Task.WhenAll(disposing).OrHang();

            foreach (PuddleOutcome<int>[] outcomes in await Task.WhenAll(submitting).OrHang())
            {
                Assert.All(outcomes, outcome => Assert.True(
                    outcome.IsSuccess ? outcome.Value == outcome.Index + 1 : outcome.Error is ObjectDisposedException, outcome.ToString()));
            }
        }
    }

    [Fact]
    public async Task Disposing_while_workers_start_ends_them()
    {
        for (int round = 0; round < 10; round++)
        {
            ProcessPool pool = Pool(TimeSpan.Zero);
            Task<int>[] calls = [.. Enumerable.Range(0, 10).Select(_ => ProcessTasks.RunProcessId(pool))];
            await Task.Delay(round * 12);

            await pool.DisposeAsync().OrHang();

            PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(calls).OrHang();
            Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess || outcome.Error is ObjectDisposedException or WorkerStartException, outcome.ToString()));
        }
    }

    private static ProcessPool Pool(TimeSpan grace) => new(new() { Workers = 2, WorkerCommand = [Programs.Worker], ShutdownGrace = grace });
}
