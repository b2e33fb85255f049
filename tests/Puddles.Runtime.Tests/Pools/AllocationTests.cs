using Puddles.Runtime.Tests.Support;
using Puddles.Runtime.Tests.Watching;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>What calls cost the host in memory that the collector has to find again. They run alone, as all threads' is counted.</summary>
[Collection(WatchingAlone.Name)]
public sealed class AllocationTests
{
    private const int Calls = 20_000;

    [Fact]
    public async Task A_call_of_its_own_takes_less_than_200_bytes()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker] });
        await RunAsync(pool);

        long before = GC.GetTotalAllocatedBytes(precise: true);
        await RunAsync(pool);
        long bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Calls;

        Assert.InRange(bytes, 1, 200);
    }

    [Fact]
    public async Task A_call_of_a_list_takes_little_more_than_its_unit_and_its_result()
    {
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker] });
        PuddleUnit<int>[] units = [.. Enumerable.Range(0, Calls).Select(i => ContractTasks.UnitSquare(i % 1000))];
        await pool.RunAllAsync(units).OrHang();
        await pool.RunAllAsync(units).OrHang();

        long before = GC.GetTotalAllocatedBytes(precise: true);
        await pool.RunAllAsync(units).OrHang();
        long bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Calls;

        Assert.InRange(bytes, 1, 32);
    }

    private static async Task RunAsync(ProcessPool pool)
    {
        for (int i = 0; i < Calls; i++)
        {
            await ContractTasks.RunSquare(i % 1000, pool);
        }
    }
}
