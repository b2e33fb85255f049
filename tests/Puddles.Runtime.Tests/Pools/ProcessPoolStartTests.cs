using System.Diagnostics;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolStartTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Without_Init_and_without_a_worker_program_every_call_says_what_to_do()
    {
        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3).OrHang());

        Assert.Contains("Puddle.Init()", error.Message, StringComparison.Ordinal);
        Assert.Contains("InProcessPool", error.Message, StringComparison.Ordinal);
        Assert.Contains("WorkerCommand", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        await using var pool = new ProcessPool(new() { WorkerCommand = ["/no/such/program"] });

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        Assert.Contains("/no/such/program", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_exits_is_reported_with_its_code_and_last_words_to_every_waiting_call()
    {
        await using ProcessPool pool = Programs.RoguePool("exit", "9");

        Task<int>[] calls = [.. Enumerable.Range(0, 10).Select(i => ContractTasks.RunSquare(i, pool))];

        foreach (Task<int> call in calls)
        {
            var error = await Assert.ThrowsAsync<WorkerStartException>(() => call.OrHang());
            Assert.Equal(9, error.ExitCode);
            Assert.Contains("No work today.", error.StandardErrorTail, StringComparison.Ordinal);
            Assert.Contains("Puddle.Init()", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("never-ready")]
    [InlineData("wrong-secret")]
    public async Task A_program_that_does_not_become_ready_is_killed_in_time(string lie)
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Rogue, lie], StartTimeout = TimeSpan.FromSeconds(1) });

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        await Processes.WaitForExitAsync(error.ProcessId!.Value);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("another-call")]
    [InlineData("twice")]
    [InlineData("ready-again")]
    [InlineData("start-failed-late")]
    [InlineData("huge")]
    [InlineData("negative")]
    [InlineData("half")]
    [InlineData("bad-failure")]
    [InlineData("bad-result")]
    public async Task A_worker_that_lies_fails_its_call_and_nothing_else(string lie)
    {
        await using ProcessPool honest = Programs.Pool(workers: 1);
        await using ProcessPool pool = Programs.RoguePool(lie);

        for (int i = 0; i < 3; i++)
        {
            Exception? error = await Record.ExceptionAsync(() => ContractTasks.RunSquare(3, pool).OrHang());
            Assert.True(error is WorkerDiedException or PuddleSerializationException, error?.ToString());
            Assert.Equal(9, await ContractTasks.RunSquare(3, honest).OrHang());
        }
    }

    [Fact]
    public async Task A_worker_that_cannot_say_why_it_fails_to_start_is_killed()
    {
        await using ProcessPool pool = Programs.RoguePool("bad-start-failure");

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        Assert.IsType<PuddleSerializationException>(error.InnerException);
        await Processes.WaitForExitAsync(error.ProcessId!.Value);
    }

    [Fact]
    public async Task A_program_that_forgets_Init_starts_no_worker()
    {
        using Process program = Process.Start(new ProcessStartInfo(Programs.Rogue, ["forget", _scratch.File("processes")]) { RedirectStandardError = true })!;
        string complaint = await program.StandardError.ReadToEndAsync().OrHang();
        await program.WaitForExitAsync().OrHang();

        Assert.NotEqual(0, program.ExitCode);
        Assert.Contains("Puddle.Init()", complaint, StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(_scratch.File("processes")));
    }

    [Fact]
    public async Task A_worker_program_that_forgets_Init_starts_no_workers_of_its_own()
    {
        await using ProcessPool pool = Programs.RoguePool("forget", _scratch.File("processes"));

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(3, pool).OrHang());

        Assert.Contains("Puddle.Init()", error.Message, StringComparison.Ordinal);
        Assert.Contains("Puddle.Init()", error.StandardErrorTail, StringComparison.Ordinal);
        Assert.InRange((await File.ReadAllLinesAsync(_scratch.File("processes"))).Length, 1, 6);
    }

    [Fact]
    public async Task A_task_that_the_worker_does_not_have_is_named()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        var error = await Assert.ThrowsAnyAsync<PuddleException>(() => OnlyHere.RunSecret(1, pool).OrHang());

        Assert.Contains("Secret", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
    }

    [Fact]
    public async Task A_task_with_another_contract_is_named_with_the_parameter()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        var error = await Assert.ThrowsAnyAsync<PuddleException>(() => OnlyHere.RunChanged(1, "two", pool).OrHang());

        Assert.Contains("test.changed", error.Message, StringComparison.Ordinal);
        Assert.Contains("second", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_out_of_range_are_refused_when_the_pool_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { Workers = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { Workers = 2000 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { StartTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { TaskTimeout = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { CancelGrace = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { ShutdownGrace = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { MaxPayloadBytes = 10 }));
        Assert.Throws<ArgumentException>(() => new ProcessPool(new() { WorkerCommand = [] }));
        Assert.Throws<ArgumentException>(() => new ProcessPool(new() { WorkerCommand = [""] }));
        Assert.Throws<ArgumentException>(() => new ProcessPool(new() { WorkingDirectory = "/no/such/folder" }));
    }
}
