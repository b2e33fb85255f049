using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Workers that do not send the large block that they said they would.</summary>
public sealed class BlockLiarTests
{
    [Theory]
    [InlineData("longer than its block")]
    [InlineData("shorter than its block")]
    [InlineData("not of whole elements")]
    [InlineData("no block")]
    public async Task A_result_that_is(string lie)
    {
        await using ProcessPool pool = Programs.RoguePool("block", lie);

        await Assert.ThrowsAsync<PuddleSerializationException>(() => BlockTasks.RunHalves([1], pool).OrHang());

        double[] next = await BlockTasks.RunHalves([5], pool).OrHang();
        Assert.Equal([2.5], next);
        Assert.Equal(0, pool.Stats.LostWorkers);
    }

    [Fact]
    public async Task A_worker_that_dies_within_a_block_has_not_answered()
    {
        await using ProcessPool pool = Programs.RoguePool("block", "cut");

        var error = await Assert.ThrowsAsync<WorkerDiedException>(() => BlockTasks.RunHalves([1], pool).OrHang());

        Assert.Equal(TaskStart.Maybe, error.Started);
        Assert.Equal(0, pool.Stats.Done);
    }

    [Fact]
    public async Task A_block_for_a_task_that_returns_none_is_refused()
    {
        await using ProcessPool pool = Programs.RoguePool("block", "not of whole elements");

        await Assert.ThrowsAsync<PuddleSerializationException>(() => ContractTasks.RunSquare(3, pool).OrHang());
    }
}
