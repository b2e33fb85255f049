using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Lists of short calls of which one goes wrong: it alone.</summary>
public sealed class ListFailureTests : IAsyncLifetime
{
    private const int Calls = 2_000;

    private readonly ProcessPool _pool = Programs.Pool();
    private readonly ListFolder _folder = new(Calls);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _folder.Release();
        await _pool.DisposeAsync().OrHang();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(StreamOrder.Completion)]
    [InlineData(StreamOrder.Submission)]
    public async Task One_that_throws_fails_alone(StreamOrder order)
    {
        await _folder.WarmUpAsync(_pool, _folder.Step);

        PuddleOutcome<int>[] outcomes = await RunAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i, i is 77 or 1_500 ? "throw" : "")), order);

        Assert.Equal([77, 1_500], Failed(outcomes));
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal($"{outcome.Index}", Assert.IsType<FormatException>(outcome.Error).Message));
    }

    [Theory]
    [InlineData(StreamOrder.Completion)]
    [InlineData(StreamOrder.Submission)]
    public async Task One_whose_result_cannot_be_read_fails_alone(StreamOrder order)
    {
        static PuddleUnit<int> Unit(int i) => new RawUnit<int>(RawTask.Instance, i is 77 or 1_500 ? [0x91, 0xC4, 1, 0xC0] : [0x91, 0xC4, 3, 0xCD, (byte)(i >> 8), (byte)i], ProcessTasks.UnitInc(0));
        await ListFolder.WarmUpAsync(_pool, i => Unit(i % 50));
        long unreadable = _pool.Stats.Failed.Total;

        PuddleOutcome<int>[] outcomes = await RunAsync(Enumerable.Range(0, Calls).Select(Unit), order);

        Assert.Equal([77, 1_500], Failed(outcomes));
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.IsType<PuddleSerializationException>(outcome.Error));
        Assert.Equal(unreadable + 2, _pool.Stats.Failed.Total);
    }

    [Theory]
    [InlineData(StreamOrder.Completion)]
    [InlineData(StreamOrder.Submission)]
    public async Task One_whose_argument_cannot_be_written_fails_alone(StreamOrder order)
    {
        static PuddleUnit<string> Unit(int i) => ContractTasks.UnitDescribe(new TouchyArgument { Text = i is 77 or 1_500 ? "unwritable" : $"{i}" });
        await ListFolder.WarmUpAsync(_pool, i => Unit(i % 50));

        var outcomes = new List<PuddleOutcome<string>>();
        await foreach (PuddleOutcome<string> outcome in _pool.StreamAsync(Enumerable.Range(0, Calls).Select(Unit), order))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(Enumerable.Range(0, Calls), outcomes.Select(outcome => outcome.Index).Order());
        Assert.Equal([77, 1_500], outcomes.Where(outcome => !outcome.IsSuccess).Select(outcome => outcome.Index).Order());
        Assert.All(outcomes, outcome => Assert.Equal($"{outcome.Index}", outcome.IsSuccess ? outcome.Value : Assert.IsType<PuddleSerializationException>(outcome.Error) is not null ? $"{outcome.Index}" : ""));
    }

    [Fact]
    public async Task All_that_fail_are_held_in_order_by_the_list()
    {
        await _folder.WarmUpAsync(_pool, _folder.Step);

        Task<int[]> list = _pool.RunAllAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i, i % 100 == 50 ? "throw" : "")));

        await Assert.ThrowsAsync<FormatException>(() => list.OrHang());
        Assert.Equal(Enumerable.Range(0, Calls / 100).Select(i => $"{(i * 100) + 50}"), list.Exception!.InnerExceptions.Select(error => error.Message));
        Assert.All(_folder.Runs, runs => Assert.Equal(1, runs));
    }

    [Fact]
    public async Task A_death_in_the_midst_costs_the_call_that_ran_and_no_call_runs_twice()
    {
        await _folder.WarmUpAsync(_pool, _folder.Step);

        PuddleOutcome<int>[] outcomes = await RunAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i, i is 7 or 500 or 501 or 1_500 ? "die" : "")), StreamOrder.Completion);

        Assert.Equal([7, 500, 501, 1_500], Failed(outcomes));
        Assert.All(outcomes.Where(outcome => !outcome.IsSuccess), outcome => Assert.Equal(TaskStart.Maybe, Assert.IsType<WorkerDiedException>(outcome.Error).Started));
        Assert.All(_folder.Runs, runs => Assert.Equal(1, runs));
    }

    [Fact]
    public async Task An_idempotent_call_that_kills_its_worker_in_the_midst_is_run_again_and_no_other()
    {
        await _folder.WarmUpAsync(_pool, _folder.StepAgain);

        PuddleOutcome<int>[] outcomes = await RunAsync(Enumerable.Range(0, Calls).Select(i => _folder.StepAgain(i, i is 7 or 500 or 501 or 1_500 ? "die once" : "")), StreamOrder.Submission);

        Assert.Empty(Failed(outcomes));
        Assert.Equal(Enumerable.Range(0, Calls).Select(i => i is 7 or 500 or 501 or 1_500 ? 2 : 1), _folder.Runs.Select(runs => (int)runs));
    }

    [Fact]
    public async Task What_is_behind_one_that_turns_out_long_is_answered_by_others()
    {
        await _folder.WarmUpAsync(_pool, _folder.Step);
        int answered = 0;

        await foreach (PuddleOutcome<int> outcome in _pool.StreamAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i, i is 5 ? "hold" : ""))))
        {
            Assert.Equal(outcome.Index, outcome.Value);
            if (++answered == Calls - 1)
            {
                _folder.Release();
            }

            Assert.Equal(answered == Calls, outcome.Index == 5);
        }

        Assert.Equal(Calls, answered);
        Assert.All(_folder.Runs, runs => Assert.Equal(1, runs));
    }

    [Fact]
    public async Task One_that_is_over_its_time_is_ended_alone()
    {
        await using var pool = new ProcessPool(new() { Workers = 2, WorkerCommand = [Programs.Worker], TaskTimeout = TimeSpan.FromSeconds(3) });
        await _folder.WarmUpAsync(pool, _folder.Step);

        PuddleOutcome<int>[] outcomes = await RunAsync(Enumerable.Range(0, Calls).Select(i => _folder.Step(i, i is 300 ? "hold" : "")), StreamOrder.Completion, pool);

        Assert.Equal([300], Failed(outcomes));
        Assert.IsType<TaskTimeoutException>(outcomes.Single(outcome => !outcome.IsSuccess).Error);
        Assert.All(_folder.Runs, runs => Assert.Equal(1, runs));
    }

    private static IEnumerable<int> Failed(PuddleOutcome<int>[] outcomes) => outcomes.Where(outcome => !outcome.IsSuccess).Select(outcome => outcome.Index).Order();

    /// <summary>All outcomes, of which there is one for each call, each with its own result.</summary>
    private async Task<PuddleOutcome<int>[]> RunAsync(IEnumerable<PuddleUnit<int>> units, StreamOrder order, ProcessPool? pool = null)
    {
        var outcomes = new List<PuddleOutcome<int>>();
        await foreach (PuddleOutcome<int> outcome in (pool ?? _pool).StreamAsync(units, order))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(Enumerable.Range(0, Calls), order == StreamOrder.Submission ? outcomes.Select(outcome => outcome.Index) : outcomes.Select(outcome => outcome.Index).Order());
        Assert.All(outcomes, outcome => Assert.True(!outcome.IsSuccess || outcome.Value == outcome.Index));
        return [.. outcomes];
    }
}
