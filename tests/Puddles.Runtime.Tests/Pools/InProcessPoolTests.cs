using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>What it promises beyond every engine.</summary>
public sealed class InProcessPoolTests : PoolContractTests
{
    private readonly TaskCompletionSource<int> _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _started = new(0);

    private FakeTask Blocking => new(async (_, x) =>
    {
        _started.Release();
        return x + await _release.Task;
    });

    protected override PuddlePool Create(int concurrency) => new InProcessPool(concurrency);

    [Fact]
    public void It_refuses_to_run_nothing_at_a_time() => Assert.Throws<ArgumentOutOfRangeException>(() => new InProcessPool(0));

    [Fact]
    public async Task It_runs_so_many_at_a_time_and_no_more()
    {
        PuddlePool pool = Make(concurrency: 3);
        int running = 0;
        int most = 0;
        var task = new FakeTask(async (_, x) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return x;
        });

        await pool.RunAllAsync(Enumerable.Range(0, 2000).Select(task.Unit)).OrHang();

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Disposing_waits_for_what_runs_and_refuses_what_waits()
    {
        PuddlePool pool = Make(concurrency: 1);
        Task<int> running = pool.RunAsync(Blocking.Unit(1));
        await _started.WaitAsync().OrHang();
        Task<int> waiting = pool.RunAsync(Blocking.Unit(2));

        Task disposing = pool.DisposeAsync().AsTask();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting).OrHang();
        Assert.False(disposing.IsCompleted);
        _release.SetResult(10);
        Assert.Equal(11, await running.OrHang());
        await disposing.OrHang();
    }

    [Fact]
    public async Task A_task_can_dispose_of_its_own_pool()
    {
        PuddlePool pool = Make(concurrency: 1);
        var task = new FakeTask(async (_, x) =>
        {
            await Task.Yield();
            await pool.DisposeAsync();
            return x;
        });

        Assert.Equal(5, await pool.RunAsync(task.Unit(5)).OrHang());
        await pool.DisposeAsync().OrHang();
    }

    [Fact]
    public async Task A_callback_of_a_token_can_dispose_of_the_pool()
    {
        PuddlePool pool = Make(concurrency: 1);
        using var stop = new CancellationTokenSource();
        Task<int> running = pool.RunAsync(Blocking.Unit(1));
        await _started.WaitAsync().OrHang();
        Task<int> waiting = pool.RunAsync(Blocking.Unit(2), stop.Token);
        Task? disposing = null;
        stop.Token.Register(() => disposing = pool.DisposeAsync().AsTask());

        await stop.CancelAsync();

        PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync([waiting]).OrHang();
        Assert.True(outcomes[0].Error is OperationCanceledException or ObjectDisposedException);
        _release.SetResult(0);
        await disposing!.OrHang();
    }

    [Fact]
    public async Task A_task_past_its_time_fails_its_call_and_is_asked_to_stop()
    {
        var task = new FakeTask(async (invocation, x) =>
        {
            await Task.Delay(Timeout.Infinite, invocation.CancellationToken);
            return x;
        })
        { TimeoutMilliseconds = 20 };

        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() => Make().RunAsync(task.Unit(1))).OrHang();

        Assert.Equal(("fake", TimeSpan.FromMilliseconds(20)), (error.TaskName, error.Timeout));
    }

    [Fact]
    public async Task A_call_in_time_is_not_touched_by_its_limit()
    {
        var task = new FakeTask((_, x) => new(x)) { TimeoutMilliseconds = 60_000 };
        Assert.Equal(1, await Make().RunAsync(task.Unit(1)).OrHang());
    }

    [Fact]
    public async Task A_submitters_async_locals_do_not_reach_the_task()
    {
        var local = new AsyncLocal<int> { Value = 7 };
        FakeTask task = FakeTask.Of(_ => local.Value);
        Assert.Equal(0, await Make().RunAsync(task.Unit(1)).OrHang());
    }

    [Fact]
    public async Task Submitting_cancelling_and_disposing_at_once_settles_every_call()
    {
        FakeTask task = FakeTask.Of(x => x);
        for (int round = 0; round < 50; round++)
        {
            var pool = new InProcessPool(2);
            using var stop = new CancellationTokenSource();
            Task<Task<int>[]> submitting = Task.Run(() => Enumerable.Range(0, 200).Select(x => pool.RunAsync(task.Unit(x), stop.Token)).ToArray());
            Task cancelling = Task.Run(stop.Cancel);
            Task disposing = Task.Run(async () => await pool.DisposeAsync());

            PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(await submitting.OrHang()).OrHang();

            await Task.WhenAll(cancelling, disposing).OrHang();
            Assert.All(outcomes, outcome => Assert.True(
                outcome.IsSuccess ? outcome.Value == outcome.Index : outcome.Error is OperationCanceledException or ObjectDisposedException,
                outcome.ToString()));
        }
    }

    private static void InterlockedMax(ref int most, int now)
    {
        int seen = Volatile.Read(ref most);
        while (now > seen)
        {
            seen = Interlocked.CompareExchange(ref most, now, seen);
        }
    }
}
