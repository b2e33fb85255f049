using Puddles.Hosting;
using Puddles.Runtime.Tests.Support;
using Puddles.Serialization;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class HeadedRunTests
{
    private readonly PayloadBuffer _output = new();

    [Fact]
    public async Task The_result_is_the_tasks()
    {
        byte[] arguments = Dispatch.Arguments(3);
        ValueTask<DispatchOutcome> running = Start(FakeTask.Of(x => x * x), arguments, async next =>
        {
            await Task.Yield();
            await next();
        });

        // The caller may use its buffer again as soon as the call is under way.
        Array.Clear(arguments);
        Assert.Equal(DispatchOutcome.Result, await running.AsTask().OrHang());
        Assert.Equal(9, Dispatch.ReadResult(_output.Written));
    }

    [Fact]
    public async Task What_the_task_throws_fails_the_call_even_where_the_head_keeps_it_to_itself()
    {
        Exception error = await FailureOf(FakeTask.Throwing(new InvalidOperationException("No.")), async next =>
        {
            try
            {
                await next();
            }
            catch (InvalidOperationException)
            {
                // As a careless head does.
            }
        });

        Assert.Equal("No.", Assert.IsType<InvalidOperationException>(error).Message);
    }

    [Fact]
    public async Task A_task_that_the_head_does_not_wait_for_is_waited_for()
    {
        var release = new TaskCompletionSource();
        var task = new FakeTask(async (_, x) =>
        {
            await release.Task;
            return x;
        });

        Task<DispatchOutcome> running = Start(task, Dispatch.Arguments(3), next =>
        {
            _ = next().AsTask();
            return default;
        }).AsTask();

        Assert.False(running.IsCompleted);
        release.SetResult();
        Assert.Equal(DispatchOutcome.Result, await running.OrHang());
        Assert.Equal(3, Dispatch.ReadResult(_output.Written));
    }

    [Fact]
    public async Task A_head_that_throws_after_the_task_replaces_its_result()
    {
        Exception error = await FailureOf(FakeTask.Of(x => x), async next =>
        {
            await next();
            throw new InvalidOperationException("Not so.");
        });

        Assert.Equal("Not so.", Assert.IsType<InvalidOperationException>(error).Message);
    }

    [Fact]
    public async Task A_head_that_throws_before_the_task_is_not_taken_for_bad_arguments()
    {
        Exception error = await FailureOf(FakeTask.Of(x => x), _ => throw new InvalidOperationException("Not now."));

        Assert.Equal("Not now.", Assert.IsType<InvalidOperationException>(error).Message);
    }

    [Fact]
    public async Task Bad_arguments_stay_bad_arguments() =>
        Assert.IsType<PuddleSerializationException>(await FailureOf(new FakeTask((_, x) => new(x)) { WhileReading = () => throw new InvalidOperationException("Odd.") }, next => next()));

    [Fact]
    public async Task Next_called_again_fails_the_call_even_where_the_head_keeps_that_to_itself()
    {
        int runs = 0;
        Exception error = await FailureOf(FakeTask.Of(x => x + ++runs), async next =>
        {
            await next();
            await Record.ExceptionAsync(async () => await next());
        });

        Assert.Contains("more than once", Assert.IsType<PuddleException>(error).Message, StringComparison.Ordinal);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Next_called_after_the_end_runs_nothing()
    {
        int runs = 0;
        Func<ValueTask>? kept = null;
        Exception error = await FailureOf(FakeTask.Of(x => x + ++runs), next =>
        {
            kept = next;
            return default;
        });

        await Assert.ThrowsAsync<PuddleException>(async () => await kept!());
        Assert.Contains("never", Assert.IsType<PuddleException>(error).Message, StringComparison.Ordinal);
        Assert.Equal(0, runs);
    }

    private ValueTask<DispatchOutcome> Start(FakeTask task, byte[] arguments, Func<Func<ValueTask>, ValueTask> around) =>
        TaskDispatcher.DispatchAsync(task, arguments, _output, new PuddleContext { Head = new FakeHead { Around = around } });

    private async Task<Exception> FailureOf(FakeTask task, Func<Func<ValueTask>, ValueTask> around)
    {
        Assert.Equal(DispatchOutcome.Failure, await Start(task, Dispatch.Arguments(3), around).AsTask().OrHang());
        return Failure.Read(_output.Written, task);
    }
}
