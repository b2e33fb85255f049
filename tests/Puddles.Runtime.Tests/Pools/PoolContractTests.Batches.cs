using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

public abstract partial class PoolContractTests
{
    [Fact]
    public async Task A_batch_gives_results_in_the_order_of_its_units()
    {
        int[] results = await Make().RunAllAsync(Enumerable.Range(0, 3000).Select(x => ContractTasks.UnitSquare(x))).OrHang();
        Assert.Equal(Enumerable.Range(0, 3000).Select(x => x * x), results);
    }

    [Fact]
    public async Task A_call_knows_its_position_in_its_batch()
    {
        int[] positions = await Make().RunAllAsync(ContractTasks.CountIndexOf(50)).OrHang();
        Assert.Equal(Enumerable.Range(0, 50), positions);
    }

    [Fact]
    public async Task A_batch_with_failures_runs_every_call_and_throws_the_first()
    {
        Task<int[]> batch = Make().RunAllAsync(Enumerable.Range(0, 10).Select(x => ContractTasks.UnitSquareUnlessOdd(x)));

        var first = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => batch).OrHang();
        Assert.Contains("Actual value was 1.", first.Message);
        Assert.Equal(5, batch.Exception!.InnerExceptions.Count);
    }

    [Fact]
    public async Task A_tuple_keeps_its_types()
    {
        (int nine, string text, int sixteen) = await Make().RunAllAsync(
            ContractTasks.UnitSquare(3), ContractTasks.UnitJoin("a", "b"), ContractTasks.UnitSquareLater(4)).OrHang();

        Assert.Equal((9, "a-b", 16), (nine, text, sixteen));
    }

    [Fact]
    public async Task A_stream_gives_an_outcome_for_each_call()
    {
        var outcomes = new SortedDictionary<int, bool>();
        await foreach (PuddleOutcome<int> outcome in Make().StreamAsync(Enumerable.Range(0, 300).Select(x => ContractTasks.UnitSquareUnlessOdd(x))))
        {
            outcomes.Add(outcome.Index, outcome.IsSuccess);
        }

        Assert.Equal(Enumerable.Range(0, 300).Select(x => x % 2 == 0), outcomes.Values);
    }
}
