using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolCancelTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = new(new()
    {
        Workers = 1,
        WorkerCommand = [Programs.Worker],
        CancelGrace = TimeSpan.FromMilliseconds(100),
    });

    private readonly ScratchFolder _scratch = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _pool.DisposeAsync().OrHang();
        _scratch.Dispose();
    }

    [Fact]
    public async Task A_task_that_does_not_listen_is_killed_when_its_grace_is_over()
    {
        using var source = new CancellationTokenSource();
        Task spinning = ProcessTasks.RunSpin(_scratch.File("started"), _pool, source.Token);
        int process = await StartedAsync("started");

        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spinning.OrHang());

        Assert.Equal(source.Token, error.CancellationToken);
        await Processes.WaitForExitAsync(process);
        Assert.Equal(6, await ProcessTasks.RunInc(5, _pool).OrHang());
    }

    [Fact]
    public async Task A_call_over_its_time_is_ended_and_says_so()
    {
        Task spinning = ProcessTasks.RunSpinWithTimeout(_scratch.File("started"), _pool);
        int process = await StartedAsync("started");

        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() => spinning.OrHang());

        Assert.Equal(TimeSpan.FromMilliseconds(300), error.Timeout);
        Assert.Contains("SpinWithTimeout", error.TaskName, StringComparison.Ordinal);
        await Processes.WaitForExitAsync(process);
        Assert.Equal(6, await ProcessTasks.RunInc(5, _pool).OrHang());
    }

    [Fact]
    public async Task A_timeout_hits_no_call_behind_it()
    {
        await ProcessTasks.RunInc(0, _pool).OrHang();
        Task spinning = ProcessTasks.RunSpinWithTimeout(_scratch.File("started"), _pool);
        Task<int>[] behind = [.. Enumerable.Range(0, 100).Select(i => ProcessTasks.RunInc(i, _pool))];

        await Assert.ThrowsAsync<TaskTimeoutException>(() => spinning.OrHang());

        Assert.Equal(Enumerable.Range(1, 100), await Task.WhenAll(behind).OrHang());
    }

    [Fact]
    public async Task The_time_of_a_call_does_not_run_while_it_waits_for_a_worker()
    {
        Task holding = ProcessTasks.RunHold(_scratch.File("held"), _scratch.File("go"), _pool);
        await StartedAsync("held");
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], TaskTimeout = TimeSpan.FromSeconds(2) });
        Task first = ProcessTasks.RunHold(_scratch.File("first"), _scratch.File("go"), pool);
        Task<int> second = ProcessTasks.RunInc(1, pool);

        await Assert.ThrowsAsync<TaskTimeoutException>(() => first.OrHang());
        Assert.Equal(2, await second.OrHang());
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await holding.OrHang();
    }

    [Fact]
    public async Task One_that_runs_unexpectedly_long_gives_up_what_was_sent_behind_it()
    {
        await using ProcessPool pool = Programs.Pool(workers: 2);
        string folder = Path.GetDirectoryName(_scratch.File("x"))!;
        for (int i = 0; i < 100; i++)
        {
            await ProcessTasks.RunQuickUnless(folder, -1, pool).OrHang();
        }

        await File.WriteAllTextAsync(_scratch.File("block-7"), "");
        Task<int>[] calls = [.. Enumerable.Range(0, 500).Select(i => ProcessTasks.RunQuickUnless(folder, i, pool))];
        await Task.WhenAll(calls.Where((_, i) => i != 7)).OrHang();

        Assert.False(calls[7].IsCompleted);
        File.Delete(_scratch.File("block-7"));
        Assert.Equal(7, await calls[7].OrHang());
    }

    [Fact]
    public async Task Cancelling_what_was_sent_ahead_ends_it_at_once()
    {
        using var source = new CancellationTokenSource();
        await ProcessTasks.RunInc(0, _pool).OrHang();
        Task holding = ProcessTasks.RunHold(_scratch.File("held"), _scratch.File("go"), _pool);
        Task<int>[] behind = [.. Enumerable.Range(0, 100).Select(i => ProcessTasks.RunInc(i, _pool, source.Token))];
        await StartedAsync("held");

        await source.CancelAsync();

        foreach (Task<int> call in behind)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.OrHang());
        }

        Assert.False(holding.IsCompleted);
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await holding.OrHang();
    }

    [Fact]
    public async Task Cancelling_races_with_completion_and_each_call_is_settled_once()
    {
        // A grace that no load outlasts: the worker that is there at the end is to be the first.
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], CancelGrace = Limits.Hang });
        int canceled = 0;
        for (int round = 0; round < 2000; round++)
        {
            using var source = new CancellationTokenSource();
            Task<int> call = ProcessTasks.RunInc(round, pool, source.Token);
            Thread.SpinWait(round * 20);
            await source.CancelAsync();
            try
            {
                Assert.Equal(round + 1, await call.OrHang());
            }
            catch (OperationCanceledException error)
            {
                Assert.Equal(source.Token, error.CancellationToken);
                canceled++;
            }
        }

        Assert.InRange(canceled, 1, 2000);
        Assert.Equal(1, (await ProcessTasks.RunDescribe(pool).OrHang())[0]);
    }

    private async Task<int> StartedAsync(string name)
    {
        await Files.WaitForAsync(_scratch.File(name)).OrHang();
        return int.Parse(await File.ReadAllTextAsync(_scratch.File(name)), CultureInfo.InvariantCulture);
    }
}
