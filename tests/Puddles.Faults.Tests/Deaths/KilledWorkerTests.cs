using System.Globalization;
using Puddles.Faults.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Faults.Tests.Deaths;

/// <summary>Real workers that are killed, idle or busy, and what they leave.</summary>
public sealed class KilledWorkerTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool(workers: 1);
    private readonly ScratchFolder _scratch = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _pool.DisposeAsync().OrHang();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Killed_while_idle_it_costs_no_call_however_soon_that_comes()
    {
        for (int round = 0; round < 12; round++)
        {
            int process = await ProcessTasks.RunProcessId(_pool).OrHang();
            Signals.Send(Signals.Kill, process);

            Assert.Equal(round + 1, await ProcessTasks.RunInc(round, _pool).OrHang());
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_of_large_payloads_each_call_is_answered_whole_or_fails()
    {
        byte[] large = new byte[8_000_000];
        Random.Shared.NextBytes(large);
        for (int round = 0; round < 20; round++)
        {
            int process = await ProcessTasks.RunProcessId(_pool).OrHang();
            Task<byte[]> echo = ContractTasks.RunEcho(large, _pool);
            await Task.Delay(round);
            Signals.Send(Signals.Kill, process);

            Exception? error = await Record.ExceptionAsync(() => echo.OrHang());
            if (error is null)
            {
                Assert.Equal(large, await echo);
            }
            else
            {
                Assert.Equal(process, Assert.IsType<WorkerDiedException>(error).ProcessId);
            }
        }
    }

    [Fact]
    public async Task Stopped_while_idle_it_is_found_when_a_call_wants_it()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], HeartbeatTimeout = TimeSpan.FromMilliseconds(500) });
        int process = await ProcessTasks.RunProcessId(pool).OrHang();
        Signals.Send(Signals.Stop, process);

        // It never took the call, which is known: another worker does.
        Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
        await Processes.WaitForExitAsync(process);
    }

    [Fact]
    public async Task Its_death_is_known_at_once_although_a_process_that_it_started_holds_its_pipes()
    {
        int sleeper = await ProcessTasks.RunStartSleeper(_pool).OrHang();

        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunKillSelf(_pool).OrHang());

        await Processes.WaitForExitAsync(sleeper);
        Assert.Equal(2, await ProcessTasks.RunInc(1, _pool).OrHang());
    }

    [Fact]
    public async Task Its_death_is_known_at_once_although_a_process_that_it_forked_holds_its_connection()
    {
        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunForkAndDie(_scratch.File("child"), _pool).OrHang());

        Assert.Equal(9, error.Signal);
        await Processes.WaitForExitAsync(int.Parse(await File.ReadAllTextAsync(_scratch.File("child")), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_it_started_ends_with_it_however_it_ends()
    {
        int ofRecycled = await ProcessTasks.RunStartSleeper(_pool).OrHang();
        await _pool.RecycleAsync().OrHang();
        int ofExited = await ProcessTasks.RunStartSleeper(_pool).OrHang();
        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(0, _pool).OrHang());
        int ofDisposed = await ProcessTasks.RunStartSleeper(_pool).OrHang();
        await _pool.DisposeAsync().OrHang();

        await Task.WhenAll(new[] { ofRecycled, ofExited, ofDisposed }.Select(Processes.WaitForExitAsync)).OrHang();
    }

    [Fact]
    public async Task Out_of_memory_is_a_failure_of_the_call_or_of_its_worker_and_no_more()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], MemoryLimitBytes = 64 * 1024 * 1024 });

        Exception? error = await Record.ExceptionAsync(() => DeathTasks.RunHoard(pool).OrHang());

        Assert.True(error is OutOfMemoryException or WorkerDiedException, error?.ToString());
        Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
    }

    [Fact]
    public async Task What_it_starts_gets_none_of_its_handles_but_the_standard_ones()
    {
        int sleeper = await ProcessTasks.RunStartSleeper(_pool).OrHang();

        // What this process itself was started with goes down to everybody.
        string[] handles = [.. Directory.GetFileSystemEntries($"/proc/{sleeper}/fd").Where(path => Target(path) != Target(path.Replace($"{sleeper}", "self", StringComparison.Ordinal)))];

        Assert.DoesNotContain(handles, path => Path.GetFileName(path) is not ("0" or "1" or "2"));
    }

    [Fact]
    public async Task A_request_to_end_that_reaches_it_is_left_to_its_host()
    {
        int process = await ProcessTasks.RunProcessId(_pool).OrHang();
        Task held = ProcessTasks.RunHold(_scratch.File("held"), _scratch.File("go"), _pool);
        await Files.WaitForAsync(_scratch.File("held")).OrHang();

        Signals.Send(Signals.Terminate, process);
        Signals.Send(Signals.Interrupt, process);
        await File.WriteAllTextAsync(_scratch.File("go"), "");

        await held.OrHang();
        Assert.Equal(process, await ProcessTasks.RunProcessId(_pool).OrHang());
    }

    [Fact]
    public async Task A_worker_that_dies_before_it_begins_anything_is_not_tried_for_ever()
    {
        await using ProcessPool pool = Programs.RoguePool("die", "after ready");

        Task<int>[] calls = [.. Enumerable.Range(0, 20).Select(i => ContractTasks.RunSquare(i, pool))];
        foreach (Task<int> call in calls)
        {
            await Assert.ThrowsAnyAsync<PuddleException>(() => call.OrHang());
        }
    }

    private static string? Target(string path) => new FileInfo(path).LinkTarget;
}
