using Puddles.Hosting;
using Puddles.Runtime.Tests.Support;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class TaskDispatcherTests
{
    private static readonly byte[] Header = [1, 2, 3];

    private readonly PayloadBuffer _output = new();

    public TaskDispatcherTests() => _output.Write(Header);

    [Fact]
    public void A_result_is_appended()
    {
        Assert.Equal(DispatchOutcome.Result, Dispatch.Run(FakeTask.Of(x => x * 2), 21, _output));
        Assert.Equal(42, Dispatch.ReadResult(Payload()));
    }

    [Fact]
    public async Task The_result_of_a_task_that_suspends_is_appended()
    {
        var gate = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = new FakeTask(async (_, x) => x + await gate.Task);
        ValueTask<DispatchOutcome> running = TaskDispatcher.DispatchAsync(task, Dispatch.Arguments(1), _output, new PuddleContext());
        Assert.False(running.IsCompleted);

        gate.SetResult(5);

        Assert.Equal(DispatchOutcome.Result, await running.AsTask().OrHang());
        Assert.Equal(6, Dispatch.ReadResult(Payload()));
    }

    [Fact]
    public async Task A_failure_after_suspending_is_appended()
    {
        var task = new FakeTask(async (_, _) =>
        {
            await Task.Yield();
            throw new FormatException("late");
        });

        Assert.Equal(DispatchOutcome.Failure, await TaskDispatcher.DispatchAsync(task, Dispatch.Arguments(1), _output, new PuddleContext()).AsTask().OrHang());
        Assert.Equal("late", Assert.IsType<FormatException>(ReadFailure(task)).Message);
    }

    [Fact]
    public void An_argument_that_cannot_be_read_is_named()
    {
        var task = new FakeTask((_, x) => new(x)) { WhileReading = () => throw new FormatException("bad bytes") };

        Assert.Equal(DispatchOutcome.Failure, Dispatch.Run(task, 1, _output));

        var error = Assert.IsType<PuddleSerializationException>(ReadFailure(task));
        Assert.Equal("The argument 'x' of task 'fake' could not be read: bad bytes", error.Message);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xC1 })]
    [InlineData(new byte[] { 0x92, 1, 2 })]
    [InlineData(new byte[] { 0x91 })]
    [InlineData(new byte[] { 0x91, 0xA1, (byte)'t' })]
    [InlineData(new byte[] { 0x91, 1, 2 })]
    [InlineData(new byte[] { 0xDD, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Arguments_that_are_none_fail_the_call_before_the_method_runs(byte[] arguments)
    {
        bool ran = false;
        var task = new FakeTask((_, x) =>
        {
            ran = true;
            return new(x);
        });

        Assert.Equal(DispatchOutcome.Failure, Dispatch.RunRaw(task, arguments, _output));

        Assert.False(ran);
        Assert.Contains("'fake'", Assert.IsType<PuddleSerializationException>(ReadFailure(task)).Message);
    }

    [Fact]
    public void Half_a_result_is_taken_back()
    {
        var task = new FakeTask((_, x) => new(x)) { WhileWriting = () => throw new FormatException("cannot") };

        Assert.Equal(DispatchOutcome.Failure, Dispatch.Run(task, 1, _output));

        var error = Assert.IsType<PuddleSerializationException>(ReadFailure(task));
        Assert.Equal("The result of task 'fake' could not be written: cannot", error.Message);
    }

    [Fact]
    public void A_result_over_the_limit_fails_with_the_limit()
    {
        _output.Limit = Header.Length + 10;
        var task = new FakeTask((_, x) => new(x)) { WhileWriting = () => { } };

        Assert.Equal(DispatchOutcome.Failure, Dispatch.Run(task, 1, _output));

        var error = Assert.IsType<PayloadTooLargeException>(ReadFailure(task));
        Assert.Contains("result of task 'fake' takes more than the 10 bytes", error.Message);
        Assert.Equal(Header.Length + 10, _output.Limit);
    }

    [Fact]
    public void Cancellation_is_an_outcome_of_its_own()
    {
        var task = FakeTask.Throwing(new OperationCanceledException());
        Assert.Equal(DispatchOutcome.Canceled, Dispatch.Run(task, 1, _output, new CancellationToken(canceled: true)));
        Assert.Equal(Header.Length, _output.Length);
    }

    [Fact]
    public void Cancellation_that_nobody_asked_for_is_a_failure()
    {
        var task = FakeTask.Throwing(new OperationCanceledException("own"));
        Assert.Equal(DispatchOutcome.Failure, Dispatch.Run(task, 1, _output));
        Assert.Equal("own", Assert.IsType<OperationCanceledException>(ReadFailure(task)).Message);
    }

    [Fact]
    public void An_async_local_that_a_task_sets_does_not_reach_the_next()
    {
        var local = new AsyncLocal<string?>();
        var task = FakeTask.Of(x =>
        {
            string? seen = local.Value;
            local.Value = "set by a task";
            return seen is null ? x : -1;
        });

        Dispatch.Run(task, 1, _output);

        Assert.Null(local.Value);
        Assert.Equal(1, Dispatch.ReadResult(Payload()));
    }

    [Fact]
    public async Task A_task_that_is_not_there_says_what_to_do()
    {
        DispatchOutcome outcome = await TaskDispatcher.DispatchAsync(0xDEAD, 1, Dispatch.Arguments(1), _output, new PuddleContext());

        Assert.Equal(DispatchOutcome.Failure, outcome);
        var error = Assert.IsType<PuddleException>(ReadFailure(FakeTask.Of(x => x)));
        Assert.Contains("'fake'", error.Message);
        Assert.Contains("000000000000dead", error.Message);
        Assert.Contains("same build", error.Message);
    }

    [Fact]
    public async Task The_public_door_runs_a_task_by_its_id()
    {
        FakeTable.Register();

        TaskReply reply = await TaskDispatcher.RunAsync(FakeTable.Known.Id, FakeTable.Known.Contract, Dispatch.Arguments(41), new PuddleContext());

        Assert.True(reply.IsResult);
        Assert.False(reply.IsCanceled);
        Assert.Equal(42, Dispatch.ReadResult(reply.Payload));
    }

    [Fact]
    public async Task The_public_door_refuses_a_limit_that_no_failure_fits() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await TaskDispatcher.RunAsync(1, 1, default, new PuddleContext(), maxResultBytes: 1023));

    private ReadOnlyMemory<byte> Payload()
    {
        Assert.Equal(Header, _output.WrittenSpan[..Header.Length].ToArray());
        return _output.Written[Header.Length..];
    }

    private Exception ReadFailure(FakeTask task) => Failure.Read(Payload(), task);
}
