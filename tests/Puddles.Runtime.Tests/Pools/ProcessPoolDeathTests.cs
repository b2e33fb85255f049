using System.Diagnostics;
using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolDeathTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool();
    private readonly ScratchFolder _scratch = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _pool.DisposeAsync().OrHang();
        _scratch.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task A_worker_that_exits_is_reported_with_its_code(int code)
    {
        int before = await ProcessTasks.RunProcessId(_pool).OrHang();

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(code, _pool).OrHang());

        Assert.Equal(before, error.ProcessId);
        Assert.Equal(code, error.ExitCode);
        Assert.Null(error.Signal);
        Assert.Equal(TaskStart.Maybe, error.Started);
        Assert.Contains("DeathTasks.Exit", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(before, await ProcessTasks.RunProcessId(_pool).OrHang());
    }

    [Fact]
    public async Task A_worker_that_is_killed_is_reported_with_the_signal()
    {
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunKillSelf(_pool).OrHang());

        Assert.Equal(9, error.Signal);
        Assert.Null(error.ExitCode);
    }

    [Fact]
    public async Task A_segmentation_fault_is_reported_with_the_signal()
    {
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunSegfault(_pool).OrHang());

        Assert.Contains(error.Signal, (int?[])[11, 6]);
        Assert.Equal(10, await ProcessTasks.RunInc(9, _pool).OrHang());
    }

    [Fact]
    public async Task A_stack_overflow_is_the_end_of_one_worker_only()
    {
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunOverflow(0, _pool).OrHang());

        // CoreCLR says so and aborts; native code runs into the guard page.
        Assert.Contains(error.Signal, (int?[])[6, 11]);
        Assert.Equal(10, await ProcessTasks.RunInc(9, _pool).OrHang());
    }

    [Fact]
    public async Task The_last_of_its_standard_error_is_in_the_error()
    {
        var failFast = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunFailFast("the reactor is on fire", _pool).OrHang());
        var thread = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunThrowOnAnotherThread("no one is listening", _pool).OrHang());
        var exit = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunComplainAndExit("I quit — für immer", 3, _pool).OrHang());

        Assert.Contains("the reactor is on fire", failFast.StandardErrorTail, StringComparison.Ordinal);
        Assert.Contains("no one is listening", thread.StandardErrorTail, StringComparison.Ordinal);
        Assert.Contains("I quit — für immer", exit.StandardErrorTail, StringComparison.Ordinal);
        Assert.Contains("I quit — für immer", exit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_killed_while_busy_hits_that_call_alone()
    {
        Task hit = ProcessTasks.RunHold(_scratch.File("a"), _scratch.File("never"), _pool);
        Task spared = ProcessTasks.RunHold(_scratch.File("b"), _scratch.File("go"), _pool);
        await Files.WaitForAsync(_scratch.File("a")).OrHang();
        await Files.WaitForAsync(_scratch.File("b")).OrHang();
        Task<int>[] waiting = [.. Enumerable.Range(0, 1000).Select(i => ProcessTasks.RunInc(i, _pool))];

        Kill(int.Parse(await File.ReadAllTextAsync(_scratch.File("a")), CultureInfo.InvariantCulture));
        await Assert.ThrowsAsync<WorkerDiedException>(() => hit.OrHang());

        Assert.Equal(Enumerable.Range(1, 1000), await Task.WhenAll(waiting).OrHang());
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await spared.OrHang();
    }

    [Fact]
    public async Task Calls_sent_ahead_of_a_crash_are_moved_and_none_is_lost_or_run_twice()
    {
        await ProcessTasks.RunInc(0, _pool).OrHang();
        var calls = new List<Task<int>>();
        var crashes = new List<Task>();
        for (int i = 0; i < 2000; i++)
        {
            calls.Add(ProcessTasks.RunInc(i, _pool));
            if (i % 200 == 100)
            {
                crashes.Add(DeathTasks.RunExit(1, _pool));
            }
        }

        Assert.Equal(Enumerable.Range(1, 2000), await Task.WhenAll(calls).OrHang());
        foreach (Task crash in crashes)
        {
            await Assert.ThrowsAsync<WorkerDiedException>(() => crash.OrHang());
        }
    }

    [Fact]
    public async Task A_worker_that_is_stopped_is_found_and_hits_that_call_alone()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], HeartbeatTimeout = TimeSpan.FromMilliseconds(500) });
        Task hit = ProcessTasks.RunHold(_scratch.File("held"), _scratch.File("never"), pool);
        await Files.WaitForAsync(_scratch.File("held")).OrHang();
        int process = int.Parse(await File.ReadAllTextAsync(_scratch.File("held")), CultureInfo.InvariantCulture);
        Task<int>[] behind = [.. Enumerable.Range(0, 10).Select(i => ProcessTasks.RunInc(i, pool))];

        using Process stop = Process.Start("kill", ["-STOP", $"{process}"]);
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => hit.OrHang());

        Assert.Contains("HeartbeatTimeout", error.Message, StringComparison.Ordinal);
        Assert.False(Processes.IsRunning(process));
        Assert.Equal(Enumerable.Range(1, 10), await Task.WhenAll(behind).OrHang());
    }

    [Fact]
    public async Task A_worker_that_is_merely_busy_answers_pings()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], HeartbeatTimeout = TimeSpan.FromSeconds(2) });
        Task spinning = ProcessTasks.RunSpin(_scratch.File("busy"), pool);

        Task first = await Task.WhenAny(spinning, Task.Delay(TimeSpan.FromSeconds(5)));

        Assert.NotSame(spinning, first);
        Assert.False(spinning.IsCompleted);
    }

    [Fact]
    public async Task An_idempotent_task_is_run_again()
    {
        Assert.Equal(2, await DeathTasks.RunDieOnce(_scratch.File("once"), _pool).OrHang());
    }

    [Fact]
    public async Task An_idempotent_task_is_run_again_so_often_and_no_more()
    {
        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunDieAlways(_scratch.File("deaths"), _pool).OrHang());

        Assert.Equal(3, (await File.ReadAllLinesAsync(_scratch.File("deaths"))).Length);
    }

    [Fact]
    public async Task A_hundred_crashes_in_a_row_leave_the_pool_as_it_was()
    {
        for (int i = 0; i < 100; i++)
        {
            await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(1, _pool).OrHang());
        }

        Assert.Equal(1, await ProcessTasks.RunInc(0, _pool).OrHang());
    }

    [Fact]
    public async Task Disposing_ends_every_worker_process()
    {
        int[] processes = await Task.WhenAll(ProcessTasks.RunProcessId(_pool), ProcessTasks.RunProcessId(_pool)).OrHang();

        await _pool.DisposeAsync().OrHang();

        Assert.All(processes, process => Assert.False(Processes.IsRunning(process)));
    }

    [Fact]
    public async Task Disposing_with_a_call_that_does_not_end_kills_its_worker()
    {
        await using var pool = new ProcessPool(new() { WorkerCommand = [Programs.Worker], Workers = 1, ShutdownGrace = TimeSpan.FromMilliseconds(50) });
        int process = await ProcessTasks.RunProcessId(pool).OrHang();
        Task spinning = ProcessTasks.RunSpin(_scratch.File("started"), pool);
        Task queued = ProcessTasks.RunInc(1, pool);
        await Files.WaitForAsync(_scratch.File("started")).OrHang();

        await pool.DisposeAsync().OrHang();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => spinning.OrHang());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => queued.OrHang());
        Assert.False(Processes.IsRunning(process));
    }

    private static void Kill(int processId)
    {
        using Process process = Process.GetProcessById(processId);
        process.Kill();
    }
}
