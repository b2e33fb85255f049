using System.Diagnostics;
using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Several calls at a time in one worker: what they share, and what they do not.</summary>
public sealed class ProcessPoolConcurrencyTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_of_one_worker_run_at_the_same_time_though_they_block(bool blocking)
    {
        const int Count = 24;
        await using ProcessPool pool = Pool(Count);

        int[] processes = await pool.RunAllAsync(blocking ? ConcurrentTasks.CountMeetBlocking(Count, Count) : ConcurrentTasks.CountMeet(Count, Count)).OrHang();

        Assert.Single(processes.Distinct());
    }

    [Fact]
    public async Task No_more_run_at_a_time_than_are_allowed()
    {
        await using ProcessPool pool = Pool(3);

        int[] peaks = await pool.RunAllAsync(ConcurrentTasks.CountPeak(300)).OrHang();

        Assert.InRange(peaks.Max(), 2, 3);
    }

    [Fact]
    public async Task Calls_are_spread_over_the_workers_before_they_share_one()
    {
        await using var pool = new ProcessPool(new() { Workers = 2, TasksPerWorker = 4, MinWorkers = 2, WorkerCommand = [Programs.Worker] });
        await HoldBothAsync(pool);

        string[] names = ["0", "1", "2", "3"];
        Task[] held = [.. names.Select(name => ProcessTasks.RunHold(_scratch.File(name), _scratch.File("go"), pool))];
        await StartedAsync(names);

        string[] processes = await Task.WhenAll(names.Select(name => File.ReadAllTextAsync(_scratch.File(name))));
        Assert.Equal([2, 2], processes.CountBy(process => process).Select(group => group.Value));
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await Task.WhenAll(held).OrHang();
    }

    [Fact]
    public async Task Many_calls_each_get_their_own_answer()
    {
        await using var pool = new ProcessPool(new() { Workers = 2, TasksPerWorker = 16, WorkerCommand = [Programs.Worker] });
        Task<int[]> later = pool.RunAllAsync(Enumerable.Range(0, 20_000).Select(ContractTasks.UnitSquareLater));
        Task<int[]> now = pool.RunAllAsync(Enumerable.Range(0, 20_000).Select(ProcessTasks.UnitInc));

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => i * i), await later.OrHang());
        Assert.Equal(Enumerable.Range(1, 20_000), await now.OrHang());
    }

    [Fact]
    public async Task Cancelling_one_call_leaves_its_neighbours_alone()
    {
        await using ProcessPool pool = Pool(3);
        using var source = new CancellationTokenSource();
        Task left = ContractTasks.RunHold(_scratch.File("left"), _scratch.File("go"), pool);
        Task canceled = ConcurrentTasks.RunWaitForToken(_scratch.File("canceled"), pool, source.Token);
        Task right = ContractTasks.RunHold(_scratch.File("right"), _scratch.File("go"), pool);
        await StartedAsync("left", "canceled", "right");

        await source.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => canceled.OrHang());
        Assert.Equal(source.Token, error.CancellationToken);
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await Task.WhenAll(left, right).OrHang();
    }

    [Fact]
    public async Task Cancelling_races_with_completion_among_neighbours()
    {
        await using ProcessPool pool = Pool(4);
        int process = await ProcessTasks.RunProcessId(pool).OrHang();
        for (int round = 0; round < 1000; round++)
        {
            using var source = new CancellationTokenSource();
            Task<int>[] calls = [.. Enumerable.Range(0, 6).Select(i => ContractTasks.RunSquareLater(i, pool, i % 2 == 0 ? source.Token : default))];
            Thread.SpinWait(round * 20);
            await source.CancelAsync();
            for (int i = 0; i < calls.Length; i++)
            {
                try
                {
                    Assert.Equal(i * i, await calls[i].OrHang());
                }
                catch (OperationCanceledException) when (i % 2 == 0)
                {
                }
            }
        }

        Assert.Equal(process, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_starved_thread_pool_stops_neither_heartbeats_nor_cancellation_nor_new_calls(int tasksPerWorker)
    {
        await using var pool = new ProcessPool(new()
        {
            Workers = 1,
            TasksPerWorker = tasksPerWorker,
            HeartbeatTimeout = TimeSpan.FromSeconds(2),
            CancelGrace = TimeSpan.FromHours(1),
            WorkerCommand = [Programs.Worker],
        });
        using var source = new CancellationTokenSource();
        int process = await ConcurrentTasks.RunStarveThreadPool(pool).OrHang();
        Task waiting = ConcurrentTasks.RunWaitForToken(_scratch.File("waiting"), pool, source.Token);
        await StartedAsync("waiting");

        Task first = await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(5)));
        Assert.NotSame(waiting, first);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.OrHang());
        Assert.Equal(process, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Fact]
    public async Task A_worker_that_dies_takes_the_calls_that_may_have_begun_and_no_other()
    {
        await using ProcessPool pool = Pool(3);
        Task left = ContractTasks.RunHold(_scratch.File("left"), _scratch.File("never"), pool);
        Task<int> again = ConcurrentTasks.RunSecondAttempt(_scratch.File("again"), pool);
        Task right = ContractTasks.RunHold(_scratch.File("right"), _scratch.File("never"), pool);
        await StartedAsync("left", "again", "right");
        Task<int>[] behind = [.. Enumerable.Range(0, 100).Select(i => ProcessTasks.RunInc(i, pool))];

        using (Process worker = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(_scratch.File("again")), CultureInfo.InvariantCulture)))
        {
            worker.Kill();
        }

        foreach (Task hit in (Task[])[left, right])
        {
            var error = await Assert.ThrowsAsync<WorkerDiedException>(() => hit.OrHang());
            Assert.Equal(TaskStart.Maybe, error.Started);
            Assert.Equal(9, error.Signal);
        }

        Assert.Equal(2, await again.OrHang());
        Assert.Equal(Enumerable.Range(1, 100), await Task.WhenAll(behind).OrHang());
    }

    [Fact]
    public async Task A_call_that_heeds_its_token_when_its_time_is_over_spares_its_neighbours()
    {
        await using ProcessPool pool = Pool(2);
        Task spared = ContractTasks.RunHold(_scratch.File("spared"), _scratch.File("go"), pool);
        await StartedAsync("spared");

        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() =>
            pool.RunAsync(ConcurrentTasks.UnitWaitForToken(_scratch.File("late")).WithTimeout(TimeSpan.FromMilliseconds(100))).OrHang());

        Assert.Equal("test.wait-for-token", error.TaskName);
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await spared.OrHang();
    }

    [Fact]
    public async Task A_worker_that_is_killed_for_a_call_over_its_time_names_it_to_the_others()
    {
        await using ProcessPool pool = Pool(2, TimeSpan.FromMilliseconds(50));
        Task hit = ContractTasks.RunHold(_scratch.File("hit"), _scratch.File("never"), pool);
        await StartedAsync("hit");

        await Assert.ThrowsAsync<TaskTimeoutException>(() =>
            pool.RunAsync(ConcurrentTasks.UnitDeaf(_scratch.File("late")).WithTimeout(TimeSpan.FromMilliseconds(100))).OrHang());

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => hit.OrHang());
        Assert.Contains("test.deaf", error.Message, StringComparison.Ordinal);
        Assert.Contains("its time was over", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_for_a_cancelled_call_names_it_to_the_others()
    {
        await using ProcessPool pool = Pool(2, TimeSpan.FromMilliseconds(50));
        using var source = new CancellationTokenSource();
        Task hit = ContractTasks.RunHold(_scratch.File("hit"), _scratch.File("never"), pool);
        Task deaf = ConcurrentTasks.RunDeaf(_scratch.File("deaf"), pool, source.Token);
        await StartedAsync("hit", "deaf");

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deaf.OrHang());
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => hit.OrHang());
        Assert.Contains("test.deaf", error.Message, StringComparison.Ordinal);
        Assert.Contains("CancelGrace", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_wants_cores_for_itself_is_refused()
    {
        await using ProcessPool pool = Pool(2);

        var error = await Assert.ThrowsAsync<PuddleException>(() => pool.RunAsync(ProcessTasks.UnitInc(1).OnCores(0)).OrHang());

        Assert.Contains("TasksPerWorker", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_out_of_range_is_refused_when_the_pool_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { TasksPerWorker = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { TasksPerWorker = 1025 }));
    }

    private static ProcessPool Pool(int tasksPerWorker, TimeSpan? cancelGrace = null) => new(new()
    {
        Workers = 1,
        TasksPerWorker = tasksPerWorker,
        CancelGrace = cancelGrace ?? TimeSpan.FromHours(1),
        ShutdownGrace = TimeSpan.FromMilliseconds(50),
        WorkerCommand = [Programs.Worker],
    });

    private Task StartedAsync(params string[] names) => Task.WhenAll(names.Select(name => Files.WaitForAsync(_scratch.File(name)))).OrHang();

    /// <summary>Waits until both workers of a pool are ready.</summary>
    private static async Task HoldBothAsync(ProcessPool pool)
    {
        while ((await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ProcessTasks.RunProcessId(pool))).OrHang()).Distinct().Count() < 2)
        {
        }
    }
}
