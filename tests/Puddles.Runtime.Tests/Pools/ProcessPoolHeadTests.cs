using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolHeadTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Log => _scratch.File("head");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_head_is_set_up_once_for_each_worker_and_torn_down_when_the_pool_is_disposed()
    {
        await using (var pool = new ProcessPool(Options().UseHead<CountingHead>()))
        {
            int[] counts = await pool.RunAllAsync(HeadTasks.CountCountOnHead(3)).OrHang();
            Assert.Equal([1, 2, 3], counts);
        }

        Assert.Equal(["set up", "torn down"], await File.ReadAllLinesAsync(Log));
    }

    [Fact]
    public async Task A_recycled_worker_tears_its_head_down_and_the_next_has_one_of_its_own()
    {
        await using var pool = new ProcessPool(Options().UseHead<CountingHead>());
        Assert.Equal(1, await HeadTasks.RunCountOnHead(pool).OrHang());

        await pool.RecycleAsync().OrHang();

        Assert.Equal(["set up", "torn down"], await File.ReadAllLinesAsync(Log));
        Assert.Equal(1, await HeadTasks.RunCountOnHead(pool).OrHang());
    }

    [Fact]
    public async Task The_default_head_knows_the_processes()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        int[] known = await HeadTasks.RunKnow(pool).OrHang();

        Assert.Equal(known[1], known[0]);
        Assert.Equal(known[3], known[2]);
        Assert.NotEqual(Environment.ProcessId, known[2]);
        Assert.Equal(Environment.ProcessId, known[4]);
        Assert.Equal(1, known[5]);
    }

    [Fact]
    public async Task A_head_that_fails_fails_every_waiting_call_at_once_with_its_own_error()
    {
        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 2, WorkerCommand = [Programs.Worker], StartTimeout = TimeSpan.FromHours(1) }.UseHead<FailingHead>());

        Task<int>[] calls = [.. Enumerable.Range(0, 10).Select(i => ContractTasks.RunSquare(i, pool))];

        foreach (Task<int> call in calls)
        {
            var error = await Assert.ThrowsAsync<WorkerStartException>(() => call.OrHang());
            Assert.Contains(nameof(FailingHead), error.Message, StringComparison.Ordinal);
            var cause = Assert.IsType<FileNotFoundException>(error.InnerException);
            Assert.Equal("model.bin", cause.FileName);
            await Processes.WaitForExitAsync(error.ProcessId!.Value);
        }
    }

    [Fact]
    public async Task A_head_whose_constructor_throws_is_one_that_fails()
    {
        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 1, WorkerCommand = [Programs.Worker] }.UseHead<CountingHead>());

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(1, pool).OrHang());

        Assert.Equal("PUDDLES_TEST_HEAD is not set.", Assert.IsType<InvalidOperationException>(error.InnerException).Message);
    }

    [Fact]
    public async Task A_head_that_the_worker_does_not_have_is_named()
    {
        await using var pool = new ProcessPool(Options().UseHead<HeadOnlyHere>());

        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(1, pool).OrHang());

        Assert.Contains(typeof(HeadOnlyHere).FullName!, Assert.IsType<PuddleException>(error.InnerException).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_takes_another_head_fails_with_both_names()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        var error = await Assert.ThrowsAsync<PuddleException>(() => HeadTasks.RunCountOnHead(pool).OrHang());

        Assert.Contains(typeof(CountingHead).FullName!, error.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(InfoHead).FullName!, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await ProcessTasks.RunInc(1, pool).OrHang());
    }

    [Fact]
    public async Task A_head_runs_around_each_call_and_what_it_does_wrong_is_that_calls_failure()
    {
        await using var pool = new ProcessPool(Options().UseHead<WrappingHead>());

        PuddleOutcome<int>[] outcomes = await SettleAsync(pool, HeadTasks.CountCountOnHead(5));

        Assert.Equal(1, outcomes[0].Value);
        Assert.Contains("never", Assert.IsType<PuddleException>(outcomes[1].Error).Message, StringComparison.Ordinal);
        Assert.Contains("next again", Assert.IsType<PuddleException>(outcomes[2].Error).Message, StringComparison.Ordinal);
        Assert.Equal("The head does not want it.", Assert.IsType<InvalidOperationException>(outcomes[3].Error).Message);
        Assert.Equal(3, outcomes[4].Value);
        Assert.Equal(["set up", "before", "after", "before", "before", "before", "before", "after"], await File.ReadAllLinesAsync(Log));
    }

    [Fact]
    public async Task A_head_that_takes_too_long_is_told_to_stop_and_every_waiting_call_is_told_the_first_time()
    {
        await using var pool = new ProcessPool(Options(startTimeout: TimeSpan.FromSeconds(5)).UseHead<SlowHead>());

        Task<int>[] calls = [.. Enumerable.Range(0, 3).Select(i => ContractTasks.RunSquare(i, pool))];

        foreach (Task<int> call in calls)
        {
            var error = await Assert.ThrowsAsync<WorkerStartException>(() => call.OrHang());
            Assert.Contains("StartTimeout", error.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(SlowHead), error.Message, StringComparison.Ordinal);
            await Processes.WaitForExitAsync(error.ProcessId!.Value);
        }

        Assert.Equal(["set up", "stopped"], await File.ReadAllLinesAsync(Log));
    }

    [Fact]
    public async Task A_head_is_told_to_stop_its_set_up_when_the_pool_is_disposed()
    {
        var pool = new ProcessPool(Options(startTimeout: TimeSpan.FromHours(1)).UseHead<SlowHead>());
        Task<int> call = ContractTasks.RunSquare(1, pool);
        await Files.WaitForAsync(Log).OrHang();

        await pool.DisposeAsync().OrHang();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.OrHang());
        Assert.Equal(["set up", "stopped"], await File.ReadAllLinesAsync(Log));
    }

    private static async Task<PuddleOutcome<int>[]> SettleAsync(ProcessPool pool, IEnumerable<PuddleUnit<int>> units)
    {
        var outcomes = new List<PuddleOutcome<int>>();
        await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(units, StreamOrder.Submission))
        {
            outcomes.Add(outcome);
        }

        return [.. outcomes];
    }

    private ProcessPoolOptions Options(TimeSpan? startTimeout = null) => new()
    {
        StartTimeout = startTimeout ?? TimeSpan.FromSeconds(30),
        ShutdownGrace = TimeSpan.FromMilliseconds(100),
        Workers = 1,
        WorkerCommand = [Programs.Worker],
        Environment = new Dictionary<string, string?> { ["PUDDLES_TEST_HEAD"] = Log },
    };

    public sealed class HeadOnlyHere : ProcessHead;
}
