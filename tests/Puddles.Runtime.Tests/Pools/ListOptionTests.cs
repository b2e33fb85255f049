using Puddles.Runtime.Tests.Support;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Lists in pools, and of units, that want their calls one by one.</summary>
public sealed class ListOptionTests
{
    private const int Calls = 3_000;

    [Fact]
    public async Task A_queue_with_a_limit() => await RunAsync(new() { Workers = 2, WorkerCommand = [Programs.Worker], QueueLimit = 10 });

    [Fact]
    public async Task A_time_in_the_queue() => await RunAsync(new() { Workers = 2, WorkerCommand = [Programs.Worker], QueueTimeout = TimeSpan.FromMinutes(5) });

    [Fact]
    public async Task Several_calls_at_a_time() => await RunAsync(new() { Workers = 2, WorkerCommand = [Programs.Worker], TasksPerWorker = 4 });

    [Fact]
    public async Task Workers_that_are_replaced() => await RunAsync(new() { Workers = 2, WorkerCommand = [Programs.Worker], MaxTasksPerWorker = 700 });

    [Fact]
    public async Task A_time_for_each_task() => await RunAsync(new() { Workers = 2, WorkerCommand = [Programs.Worker], TaskTimeout = TimeSpan.FromMinutes(5) });

    [Fact]
    public async Task A_folder_for_calls_that_fail()
    {
        using var scratch = new ScratchFolder();
        await RunAsync(new() { Workers = 2, WorkerCommand = [Programs.Worker], CapsuleFolder = scratch.File("capsules") });
    }

    [Fact]
    public async Task Units_that_differ_in_options_each_get_what_they_ask_for()
    {
        await using ProcessPool pool = Programs.Pool();
        await ListFolder.WarmUpAsync(pool, ProcessTasks.UnitInc);
        var done = new CountdownEvent(Calls / 10);
        var seen = new bool[Calls];

        int[] results = await pool.RunAllAsync(Enumerable.Range(0, Calls).Select(i => (i % 10) switch
        {
            3 => ProcessTasks.UnitInc(i).WithPriority(i % 3),
            5 => ProcessTasks.UnitInc(i).WithTimeout(TimeSpan.FromMinutes(5)),
            7 => ProcessTasks.UnitInc(i).OnDone(outcome =>
            {
                seen[outcome.Index] = outcome.Value == outcome.Index + 1;
                done.Signal();
            }),
            _ => ProcessTasks.UnitInc(i),
        })).OrHang();

        Assert.Equal(Enumerable.Range(1, Calls), results);
        Assert.True(done.Wait(Limits.Hang));
        Assert.All(Enumerable.Range(0, Calls), i => Assert.Equal(i % 10 == 7, seen[i]));
    }

    [Fact]
    public async Task Units_of_several_tasks_and_sizes_each_get_their_own_answer()
    {
        await using ProcessPool pool = Programs.Pool();
        await ListFolder.WarmUpAsync(pool, ProcessTasks.UnitInc);
        await ListFolder.WarmUpAsync(pool, i => ProcessTasks.UnitLengthOf(new byte[i % 10]));

        int[] results = await pool.RunAllAsync(Enumerable.Range(0, Calls).Select(i => i % 7 < 3 ? ProcessTasks.UnitInc(i) : ProcessTasks.UnitLengthOf(new byte[i % 13 == 0 ? 70_000 : i]))).OrHang();

        Assert.Equal(Enumerable.Range(0, Calls).Select(i => i % 7 < 3 ? i + 1 : i % 13 == 0 ? 70_000 : i), results);
    }

    private static async Task RunAsync(ProcessPoolOptions options)
    {
        await using var pool = new ProcessPool(options);
        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(Enumerable.Range(1, Calls), await pool.RunAllAsync(Enumerable.Range(0, Calls).Select(ProcessTasks.UnitInc)).OrHang());
        }

        Assert.Equal((3 * Calls, 0, 0), (pool.Stats.Done, pool.Stats.Queued, pool.Stats.Running));
    }
}
