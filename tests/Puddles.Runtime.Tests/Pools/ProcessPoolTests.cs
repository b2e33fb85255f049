using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().OrHang();

    [Fact]
    public async Task A_task_runs_in_another_process_which_stays()
    {
        int first = await ProcessTasks.RunProcessId(_pool).OrHang();
        int second = await ProcessTasks.RunProcessId(_pool).OrHang();

        Assert.NotEqual(Environment.ProcessId, first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_task_knows_its_worker_its_host_and_its_place_in_the_batch()
    {
        int[] description = await ProcessTasks.RunDescribe(_pool).OrHang();

        Assert.Equal([1, await ProcessTasks.RunProcessId(_pool).OrHang(), Environment.ProcessId, 1, 1], description);
    }

    [Fact]
    public async Task A_hundred_thousand_calls_in_flight_each_get_their_own_answer()
    {
        Task<int>[] calls = [.. Enumerable.Range(0, 100_000).Select(i => ProcessTasks.RunInc(i, _pool))];

        int[] results = await Task.WhenAll(calls).OrHang();

        Assert.Equal(Enumerable.Range(1, 100_000), results);
    }

    [Fact]
    public async Task Many_threads_submit_at_once()
    {
        int[][] results = await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            int[] mine = new int[2000];
            for (int i = 0; i < mine.Length; i++)
            {
                mine[i] = await ProcessTasks.RunInc((thread * 10_000) + i, _pool);
            }

            return mine;
        }))).OrHang();

        for (int thread = 0; thread < results.Length; thread++)
        {
            Assert.Equal(Enumerable.Range((thread * 10_000) + 1, 2000), results[thread]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(65_536)]
    [InlineData(1_000_000)]
    [InlineData(50_000_000)]
    public async Task Payloads_of_any_size_go_there_and_come_back(int count)
    {
        Assert.Equal(count, await ProcessTasks.RunLengthOf(new byte[count], _pool).OrHang());
        Assert.Equal(count, (await ProcessTasks.RunBytes(count, _pool).OrHang()).Length);
    }

    [Fact]
    public async Task Large_payloads_both_ways_at_once_do_not_block_each_other()
    {
        byte[] large = new byte[3_000_000];
        Task<byte[]>[] back = [.. Enumerable.Range(0, 30).Select(_ => ProcessTasks.RunBytes(large.Length, _pool))];
        Task<int>[] there = [.. Enumerable.Range(0, 30).Select(_ => ProcessTasks.RunLengthOf(large, _pool))];

        Assert.All(await Task.WhenAll(there).OrHang(), count => Assert.Equal(large.Length, count));
        Assert.All(await Task.WhenAll(back).OrHang(), bytes => Assert.Equal(large.Length, bytes.Length));
    }

    [Fact]
    public async Task Arguments_over_the_limit_fail_alone()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], MaxPayloadBytes = 10_000 });
        int before = await ProcessTasks.RunProcessId(pool).OrHang();

        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(() => ProcessTasks.RunLengthOf(new byte[20_000], pool).OrHang());

        Assert.Contains("LengthOf", error.Message, StringComparison.Ordinal);
        Assert.Equal(9000, await ProcessTasks.RunLengthOf(new byte[9000], pool).OrHang());
        Assert.Equal(before, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Fact]
    public async Task A_result_over_the_limit_fails_alone()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], MaxPayloadBytes = 10_000 });
        int before = await ProcessTasks.RunProcessId(pool).OrHang();

        var error = await Assert.ThrowsAsync<PayloadTooLargeException>(() => ProcessTasks.RunBytes(20_000, pool).OrHang());

        Assert.Contains("Bytes", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ProcessTasks.RunProcessId(pool).OrHang());
    }

    [Fact]
    public async Task Workers_start_as_they_are_needed_and_no_more()
    {
        await using ProcessPool pool = Programs.Pool(workers: 3);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(1, (await ProcessTasks.RunDescribe(pool).OrHang())[0]);
        }

        using var scratch = new ScratchFolder();
        Task[] held = [.. Enumerable.Range(0, 6).Select(i => ContractTasks.RunHold(scratch.File($"{i}"), scratch.File("go"), pool))];
        await Files.WaitForAsync(scratch.File("2")).OrHang();
        await File.WriteAllTextAsync(scratch.File("go"), "");
        await Task.WhenAll(held).OrHang();

        int[][] described = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ProcessTasks.RunDescribe(pool))).OrHang();
        Assert.All(described, item => Assert.InRange(item[0], 1, 3));
    }

    [Fact]
    public async Task The_standard_input_of_a_task_is_empty() =>
        Assert.Equal("", await ProcessTasks.RunReadStandardInput(_pool).OrHang());

    [Fact]
    public async Task Workers_get_the_environment_and_the_folder_that_they_are_given()
    {
        using var scratch = new ScratchFolder();
        string folder = Path.GetDirectoryName(scratch.File("x"))!;
        Environment.SetEnvironmentVariable("PUDDLES_TEST_REMOVED", "still here");
        await using var pool = new ProcessPool(new()
        {
            WorkerCommand = [Programs.Worker],
            Environment = new Dictionary<string, string?> { ["PUDDLES_TEST_ADDED"] = "ä = b", ["PUDDLES_TEST_REMOVED"] = null },
            WorkingDirectory = folder,
        });

        Assert.Equal("ä = b", await ProcessTasks.RunVariable("PUDDLES_TEST_ADDED", pool).OrHang());
        Assert.Null(await ProcessTasks.RunVariable("PUDDLES_TEST_REMOVED", pool).OrHang());
        Assert.Equal(Path.GetFileName(folder), Path.GetFileName(await ProcessTasks.RunFolder(pool).OrHang()));
    }

    [Fact]
    public async Task A_worker_carries_no_mark_that_its_own_children_would_take_for_theirs()
    {
        string[] seen = await ProcessTasks.RunVariablesAndArguments(_pool).OrHang();

        Assert.DoesNotContain(seen, item => item.StartsWith("PUDDLES_WORKER", StringComparison.Ordinal));
        Assert.Equal(64, await ProcessTasks.RunRunProgramItself(_pool).OrHang());
    }

    [Fact]
    public async Task A_task_can_use_a_pool_of_its_own() =>
        Assert.Equal(49, await ProcessTasks.RunSquareInNestedPool(7, _pool).OrHang());
}
