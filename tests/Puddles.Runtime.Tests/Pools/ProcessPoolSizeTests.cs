using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolSizeTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Workers_that_are_kept_start_without_a_call_and_stay()
    {
        await using var pool = new ProcessPool(new() { Workers = 2, MinWorkers = 1, IdleTimeout = TimeSpan.FromMilliseconds(20), WorkerCommand = [Programs.Worker] });
        int first = await ProcessTasks.RunProcessId(pool).OrHang();
        int[] both = await HoldAllAsync(pool, 2);
        Assert.Contains(first, both);

        // One of the two is too many once both are idle; the other is there for the next call.
        Task ended = await Task.WhenAny(both.Select(Processes.WaitForExitAsync)).OrHang();
        await ended;

        Assert.Contains(await ProcessTasks.RunProcessId(pool).OrHang(), both);
    }

    [Fact]
    public async Task A_worker_that_is_idle_too_long_is_ended_and_the_next_call_gets_another()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, IdleTimeout = TimeSpan.FromMilliseconds(20), WorkerCommand = [Programs.Worker] });
        int first = await ProcessTasks.RunProcessId(pool).OrHang();

        await Processes.WaitForExitAsync(first);

        Assert.NotEqual(first, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Fact]
    public async Task Each_call_can_have_a_process_of_its_own()
    {
        await using var pool = new ProcessPool(new() { Workers = 2, MaxTasksPerWorker = 1, WorkerCommand = [Programs.Worker] });

        int[] processes = await pool.RunAllAsync(ProcessTasks.CountProcessId(20)).OrHang();

        Assert.Equal(20, processes.Distinct().Count());
        await Task.WhenAll(processes.Select(Processes.WaitForExitAsync)).OrHang();
    }

    [Fact]
    public async Task A_worker_takes_so_many_calls_and_no_more()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, MaxTasksPerWorker = 10, WorkerCommand = [Programs.Worker] });

        int[] processes = await pool.RunAllAsync(ProcessTasks.CountProcessId(100)).OrHang();

        Assert.All(processes.CountBy(process => process), group => Assert.InRange(group.Value, 1, 10));
    }

    [Fact]
    public async Task A_worker_that_has_grown_too_large_is_replaced()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, RecycleAboveBytes = 1, WorkerCommand = [Programs.Worker] });
        int first = await ProcessTasks.RunProcessId(pool).OrHang();

        await Processes.WaitForExitAsync(first);

        Assert.NotEqual(first, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Fact]
    public async Task A_task_that_needs_more_memory_than_its_worker_may_have_fails()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, MemoryLimitBytes = 64 * 1024 * 1024, WorkerCommand = [Programs.Worker] });
        int before = await ProcessTasks.RunProcessId(pool).OrHang();

        await Assert.ThrowsAsync<OutOfMemoryException>(() => ProcessTasks.RunAllocate(200_000_000, pool).OrHang());

        Assert.Equal(1_000_000, await ProcessTasks.RunAllocate(1_000_000, pool).OrHang());
        Assert.Equal(before, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Fact]
    public async Task A_pool_grows_and_shrinks_while_it_runs()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        int first = await ProcessTasks.RunProcessId(pool).OrHang();

        pool.Resize(3);
        int[] three = await HoldAllAsync(pool, 3);
        Assert.Contains(first, three);

        pool.Resize(1);
        await Task.WhenAll((await LeaversAsync(three, pool)).Select(Processes.WaitForExitAsync)).OrHang();
        Assert.Single((await pool.RunAllAsync(ProcessTasks.CountProcessId(100)).OrHang()).Distinct());
    }

    [Fact]
    public async Task Recycling_swaps_every_worker_and_loses_no_call()
    {
        await using ProcessPool pool = Programs.Pool(workers: 2);
        int[] before = await HoldAllAsync(pool, 2);
        using var stop = new CancellationTokenSource();
        var underWay = new TaskCompletionSource();
        Task submitting = Task.Run(async () =>
        {
            for (int count = 0; !stop.IsCancellationRequested; count++)
            {
                Assert.Equal(count + 1, await ProcessTasks.RunInc(count, pool));
                underWay.TrySetResult();
            }
        });
        await underWay.Task.OrHang();

        await pool.RecycleAsync().OrHang();
        await stop.CancelAsync();

        await submitting.OrHang();
        Assert.All(before, process => Assert.False(Processes.IsRunning(process)));
        Assert.DoesNotContain(await ProcessTasks.RunProcessId(pool).OrHang(), before);
    }

    [Fact]
    public async Task A_disposed_pool_is_neither_resized_nor_recycled()
    {
        ProcessPool pool = Programs.Pool();
        await pool.DisposeAsync().OrHang();

        Assert.Throws<ObjectDisposedException>(() => pool.Resize(2));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RecycleAsync());
    }

    /// <summary>Keeps so many workers busy at once, and tells which processes they are.</summary>
    private async Task<int[]> HoldAllAsync(ProcessPool pool, int workers)
    {
        string[] started = [.. Enumerable.Range(0, workers).Select(_ => _scratch.File(Guid.NewGuid().ToString("N")))];
        string release = _scratch.File(Guid.NewGuid().ToString("N"));
        Task[] held = [.. started.Select(path => ProcessTasks.RunHold(path, release, pool))];
        await Task.WhenAll(started.Select(path => Files.WaitForAsync(path))).OrHang();
        await File.WriteAllTextAsync(release, "");
        await Task.WhenAll(held).OrHang();
        return [.. started.Select(path => int.Parse(File.ReadAllText(path), System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>All but the one that the pool still uses.</summary>
    private static async Task<IEnumerable<int>> LeaversAsync(int[] processes, ProcessPool pool)
    {
        int stays = await ProcessTasks.RunProcessId(pool).OrHang();
        return processes.Where(process => process != stays);
    }
}
