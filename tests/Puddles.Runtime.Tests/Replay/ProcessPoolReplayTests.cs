using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Puddles.Replay;
using Puddles.Runtime.Tests.Support;
using Puddles.Runtime.Tests.Watching;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Replay;

[Collection(WatchingAlone.Name)]
public sealed class ProcessPoolReplayTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_call_that_failed_leaves_a_capsule_that_fails_again()
    {
        await FailAsync(Options(), pool => Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ContractTasks.RunSquareUnlessOdd(3, pool).OrHang()));

        string file = Assert.Single(Files());
        Capsule capsule = CapsuleFormat.Read(await File.ReadAllBytesAsync(file));
        Assert.Equal(("Puddles.TestTasks.ContractTasks.SquareUnlessOdd(int)", "threw"), (capsule.TaskName, capsule.Outcome));
        Assert.Equal("System.ArgumentOutOfRangeException", capsule.ErrorType);
        Assert.Equal(new byte[] { 0x91, 3 }, capsule.Arguments.ToArray());
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode file600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(file600, File.GetUnixFileMode(file));
            Assert.Equal(file600 | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        }

        (int code, string output) = await ReplayAsync(file);
        Assert.Equal((int)ReplayExitCode.Failed, code);
        Assert.Contains("It ended as threw: System.ArgumentOutOfRangeException: ", output, StringComparison.Ordinal);
        Assert.Contains("the task failed: System.ArgumentOutOfRangeException: Odd.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_killed_its_worker_leaves_a_capsule_that_ends_a_process_the_same_way()
    {
        await FailAsync(Options(), pool => Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunExit(41, pool).OrHang()));

        string file = Assert.Single(Files());
        Assert.Equal("worker_died", CapsuleFormat.Read(await File.ReadAllBytesAsync(file)).Outcome);
        Assert.Equal(41, (await ReplayAsync(file)).Code);
    }

    [Fact]
    public async Task A_call_that_killed_its_worker_and_was_run_again_leaves_one_too()
    {
        await FailAsync(Options(), async pool => Assert.Equal(2, await DeathTasks.RunDieOnce(_scratch.File("once"), pool).OrHang()));

        string file = Assert.Single(Files());
        Assert.Equal(1, CapsuleFormat.Read(await File.ReadAllBytesAsync(file)).Attempt);
        (int code, string output) = await ReplayAsync(file);
        Assert.Equal((int)ReplayExitCode.Done, code);
        Assert.Contains("ended well this time", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_over_its_time_leaves_a_capsule()
    {
        await FailAsync(Options(), pool => Assert.ThrowsAsync<TaskTimeoutException>(() => ProcessTasks.RunSpinWithTimeout(_scratch.File("spins"), pool).OrHang()));

        Assert.Equal("timed_out", CapsuleFormat.Read(await File.ReadAllBytesAsync(Assert.Single(Files()))).Outcome);
    }

    [Fact]
    public async Task A_call_that_ends_well_or_is_cancelled_leaves_none()
    {
        using var stop = new CancellationTokenSource();
        await FailAsync(Options(), async pool =>
        {
            await ContractTasks.RunSquare(3, pool).OrHang();
            Task held = ContractTasks.RunWaitForCancel(_scratch.File("started"), _scratch.File("canceled"), pool, stop.Token);
            await TestTasks.Files.WaitForAsync(_scratch.File("started")).OrHang();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held.OrHang());
        });

        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public async Task There_are_never_more_than_the_limit()
    {
        await FailAsync(Options(limit: 2), async pool =>
        {
            for (int i = 0; i < 5; i++)
            {
                await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ContractTasks.RunSquareUnlessOdd(3, pool).OrHang());
            }
        });

        Assert.Equal(2, Files().Length);
        Assert.Equal(2, Directory.GetFileSystemEntries(Folder).Length);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_harms_no_call_and_is_told()
    {
        await File.WriteAllTextAsync(Folder, "a file in the way");
        using var listener = new Listener();

        await FailAsync(Options(), async pool =>
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ContractTasks.RunSquareUnlessOdd(3, pool).OrHang());
            Assert.Equal(9, await ContractTasks.RunSquare(3, pool).OrHang());
        });

        Assert.Equal("CapsuleNotWritten", Assert.Single(listener.Events));
    }

    [Fact]
    public async Task A_replay_sets_the_head_up_and_tears_it_down()
    {
        string file = _scratch.File("head.puddle");
        await File.WriteAllBytesAsync(file, Capsules.Bytes(Capsules.Some));

        Assert.Equal((int)ReplayExitCode.Done, (await ReplayAsync(file)).Code);
        Assert.Equal(["set up", "torn down"], await File.ReadAllLinesAsync(_scratch.File("head")));
    }

    [Fact]
    public async Task What_cannot_be_replayed_is_told_apart_by_the_exit_code()
    {
        async Task<int> CodeOf(Capsule capsule)
        {
            string file = _scratch.File($"{Guid.NewGuid():N}.puddle");
            await File.WriteAllBytesAsync(file, Capsules.Bytes(capsule));
            return (await ReplayAsync(file)).Code;
        }

        await File.WriteAllTextAsync(_scratch.File("text"), "no capsule");
        Assert.Equal((int)ReplayExitCode.Usage, (await ReplayAsync()).Code);
        Assert.Equal((int)ReplayExitCode.NoFile, (await ReplayAsync(_scratch.File("none"))).Code);
        Assert.Equal((int)ReplayExitCode.Damaged, (await ReplayAsync(_scratch.File("text"))).Code);
        Assert.Equal((int)ReplayExitCode.NotHere, await CodeOf(Capsules.Some with { TaskId = 1 }));
        Assert.Equal((int)ReplayExitCode.NotHere, await CodeOf(Capsules.Some with { Contract = 1 }));
        Assert.Equal((int)ReplayExitCode.NotHere, await CodeOf(Capsules.Some with { HeadId = 1 }));
        Assert.Equal((int)ReplayExitCode.HeadFailed, await CodeOf(Capsules.Of(HeadTasks.UnitCountOnHead(), typeof(FailingHead), [0x90])));
    }

    private string Folder => _scratch.File("capsules");

    private string[] Files() => Directory.GetFiles(Folder, "*.puddle");

    private static async Task FailAsync(ProcessPoolOptions options, Func<ProcessPool, Task> fail)
    {
        var pool = new ProcessPool(options);
        await fail(pool);
        await pool.DisposeAsync().OrHang();
    }

    private async Task<(int Code, string Output)> ReplayAsync(params string[] file)
    {
        var info = new ProcessStartInfo(Programs.Worker, ["--puddles-replay", .. file]) { RedirectStandardError = true };
        info.Environment["PUDDLES_TEST_HEAD"] = _scratch.File("head");
        using Process process = Process.Start(info)!;
        string output = await process.StandardError.ReadToEndAsync().OrHang();
        await process.WaitForExitAsync().OrHang();
        return (process.ExitCode, output);
    }

    private ProcessPoolOptions Options(int limit = 100) => new()
    {
        Name = "preserving",
        Workers = 1,
        WorkerCommand = [Programs.Worker],
        CapsuleFolder = Folder,
        CapsuleLimit = limit,
    };

    private sealed class Listener : EventListener
    {
        public ConcurrentQueue<string?> Events { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Puddles")
            {
                EnableEvents(eventSource, EventLevel.Informational, (EventKeywords)8);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.Payload is ["preserving", ..])
            {
                Events.Enqueue(eventData.EventName);
            }
        }
    }
}
