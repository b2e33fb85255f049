using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Workers that answer single calls as they should, and bundles as they like.</summary>
public sealed class ListLiarTests
{
    private const int Calls = 300;

    [Fact]
    public async Task Answers_out_of_order_each_go_where_they_belong()
    {
        await using ProcessPool pool = Programs.RoguePool("bundle", "backwards");

        PuddleOutcome<int>[] outcomes = await RunAsync(pool);

        Assert.All(outcomes, outcome => Assert.Equal(outcome.Index, outcome.Value));
    }

    [Theory]
    [InlineData("twice")]
    [InlineData("beyond")]
    [InlineData("hands-back")]
    [InlineData("never")]
    public async Task A_lie_costs_no_more_than_the_call_that_may_have_run(string lie)
    {
        await using var pool = new ProcessPool(new()
        {
            Workers = 2,
            WorkerCommand = [Programs.Rogue, "bundle", lie],

            // It answers no ping: what it has said nothing more of is over with that.
            HeartbeatTimeout = TimeSpan.FromSeconds(5),
        });

        PuddleOutcome<int>[] outcomes = await RunAsync(pool);

        // Each lie is a death, and each death costs one call of those that went together.
        Assert.All(outcomes, outcome => Assert.True(outcome.IsSuccess ? outcome.Value == outcome.Index : outcome.Error is WorkerDiedException, $"{outcome.Index}: {outcome.Error}"));
        Assert.InRange(outcomes.Count(outcome => !outcome.IsSuccess), 1, 20);
        Assert.Equal((0, 0), (pool.Stats.Queued, pool.Stats.Running));
    }

    private static async Task<PuddleOutcome<int>[]> RunAsync(ProcessPool pool)
    {
        for (int i = 0; pool.MostTogether(ContractTasks.UnitSquare(0).Task) < 50; i++)
        {
            Assert.Equal(i, await ContractTasks.RunSquare(i, pool).OrHang());
        }

        var outcomes = new List<PuddleOutcome<int>>();
        await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(Enumerable.Range(0, Calls).Select(ContractTasks.UnitSquare)))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(Enumerable.Range(0, Calls), outcomes.Select(outcome => outcome.Index).Order());
        return [.. outcomes];
    }
}
