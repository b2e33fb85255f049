using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestTasks.Evolving;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Long lists of short calls, which go in bundles.</summary>
public sealed class ListTests
{
    [Theory]
    [InlineData(1, WorkerTransport.SharedMemory)]
    [InlineData(4, WorkerTransport.SharedMemory)]
    [InlineData(1, WorkerTransport.Socket)]
    [InlineData(4, WorkerTransport.Socket)]
    public async Task Twenty_thousand_calls_give_every_result_in_order(int workers, WorkerTransport transport)
    {
        await using ProcessPool pool = Programs.Pool(workers, transport);
        await ListFolder.WarmUpAsync(pool, ProcessTasks.UnitInc);

        int[] results = await ListFolder.RunTogetherAsync(pool, [.. Enumerable.Range(0, 20_000).Select(ProcessTasks.UnitInc)]);

        Assert.Equal(Enumerable.Range(1, 20_000), results);
    }

    [Theory]
    [InlineData(1, WorkerTransport.SharedMemory)]
    [InlineData(4, WorkerTransport.SharedMemory)]
    [InlineData(1, WorkerTransport.Socket)]
    [InlineData(4, WorkerTransport.Socket)]
    public async Task Lists_streams_and_single_calls_of_many_threads_each_get_their_own_answers(int workers, WorkerTransport transport)
    {
        await using ProcessPool pool = Programs.Pool(workers, transport);
        await ListFolder.WarmUpAsync(pool, ProcessTasks.UnitInc);

        Task[] lists = [.. Enumerable.Range(0, 3).Select(i => Task.Run(async () =>
        {
            int first = i * 100_000;
            Assert.Equal(Enumerable.Range(first + 1, 20_000), await pool.RunAllAsync(Enumerable.Range(first, 20_000).Select(ProcessTasks.UnitInc)));
        }))];
        Task[] streams = [.. Enum.GetValues<StreamOrder>().Select(order => Task.Run(async () =>
        {
            int[] indices = await IndicesAsync(pool.StreamAsync(Enumerable.Range(0, 10_000).Select(ProcessTasks.UnitInc), order));
            Assert.Equal(Enumerable.Range(0, 10_000), order == StreamOrder.Submission ? indices : indices.Order());
        }))];
        Task[] singles = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 1_000; i++)
            {
                Assert.Equal(i + 1, await ProcessTasks.RunInc(i, pool));
            }
        }))];

        await Task.WhenAll([.. lists, .. streams, .. singles]).OrHang();
        Assert.Equal((0, 0), (pool.Stats.Queued, pool.Stats.Running));
    }

    [Fact]
    public async Task Each_call_of_a_bundle_knows_its_own_place_and_token()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        await ListFolder.WarmUpAsync(pool, _ => ListTasks.UnitPlace());

        int[] places = await ListFolder.RunTogetherAsync(pool, [.. Enumerable.Range(0, 5_000).Select(_ => ListTasks.UnitPlace())]);

        Assert.Equal(Enumerable.Range(0, 5_000), places);
    }

    [Fact]
    public async Task Each_call_of_a_bundle_meets_the_head_of_its_worker()
    {
        using var scratch = new ScratchFolder();
        var options = new ProcessPoolOptions
        {
            Workers = 1,
            WorkerCommand = [Programs.Worker],
            Environment = new Dictionary<string, string?> { ["PUDDLES_TEST_HEAD"] = scratch.File("head") },
        };
        await using var pool = new ProcessPool(options.UseHead<CountingHead>());
        await ListFolder.WarmUpAsync(pool, _ => HeadTasks.UnitCountOnHead());
        int before = await HeadTasks.RunCountOnHead(pool).OrHang();

        int[] counts = await pool.RunAllAsync(Enumerable.Range(0, 3_000).Select(_ => HeadTasks.UnitCountOnHead())).OrHang();

        Assert.Equal(Enumerable.Range(before + 1, 3_000), counts);
    }

    [Fact]
    public async Task What_is_counted_of_a_list_is_each_of_its_calls()
    {
        await using ProcessPool pool = Programs.Pool(workers: 2);
        await ListFolder.WarmUpAsync(pool, _ => ContractTasks.UnitSquareUnlessOdd(2));
        long done = pool.Stats.Done;
        long threw = pool.Stats.Failed.Total;

        await Record.ExceptionAsync(() => pool.RunAllAsync(Enumerable.Range(0, 2_000).Select(i => ContractTasks.UnitSquareUnlessOdd(i % 100 == 50 ? 1 : 2))).OrHang());

        PoolStats stats = pool.Stats;
        Assert.Equal((1_980, 20), (stats.Done - done, stats.Failed.Total - threw));
        Assert.Equal((0, 0), (stats.Queued, stats.Running));
    }

    [Fact]
    public async Task A_list_that_is_under_way_when_workers_turn_out_to_be_of_another_build_is_answered()
    {
        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 1, WorkerCommand = [Programs.Other] });
        using var answered = new SemaphoreSlim(0);
        IEnumerable<PuddleUnit<int>> Units()
        {
            // The first is refused and taken on other terms: once the task is known to be short, the list goes on together.
            int i = 0;
            do
            {
                yield return EvolvingTasks.UnitSum(new Sized(i));
                Assert.True(answered.Wait(Limits.Hang));
                i++;
            }
            while (i < 40 && pool.MostTogether(EvolvingTasks.UnitSum(new Sized(0)).Task) < 8);
            for (; i < 200; i++)
            {
                yield return EvolvingTasks.UnitSum(new Sized(i));
            }
        }

        var results = new List<string>();
        await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(Units(), StreamOrder.Submission))
        {
            results.Add(outcome.IsSuccess ? $"{outcome.Value}" : $"{outcome.Error}");
            answered.Release();
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(x => $"{x + 5}"), results);
    }

    private static async Task<int[]> IndicesAsync(IAsyncEnumerable<PuddleOutcome<int>> outcomes)
    {
        var indices = new List<int>();
        await foreach (PuddleOutcome<int> outcome in outcomes)
        {
            Assert.Equal(outcome.Index + 1, outcome.Value);
            indices.Add(outcome.Index);
        }

        return [.. indices];
    }
}
