using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

public abstract partial class PoolContractTests
{
    [Fact]
    public async Task A_pool_that_ran_nothing_can_be_disposed() => await Make().DisposeAsync().OrHang();

    [Fact]
    public async Task Disposing_again_does_nothing()
    {
        PuddlePool pool = Make();
        await pool.RunAsync(ContractTasks.UnitSquare(1)).OrHang();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await pool.DisposeAsync()))).OrHang();
        await pool.DisposeAsync().OrHang();
    }

    [Fact]
    public async Task A_closed_pool_refuses_calls()
    {
        PuddlePool pool = Make();
        await pool.DisposeAsync().OrHang();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RunAsync(ContractTasks.UnitSquare(1))).OrHang();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pool.RunAllAsync(ContractTasks.CountSquare(3, 1))).OrHang();
    }

    [Fact]
    public async Task Every_call_settles_when_the_pool_is_disposed_under_it()
    {
        PuddlePool pool = Make();
        Task<int>[] calls = [.. Enumerable.Range(0, 2000).Select(x => pool.RunAsync(ContractTasks.UnitSquare(x)))];

        await pool.DisposeAsync().OrHang();

        PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(calls).OrHang();
        Assert.All(outcomes, outcome => Assert.True(
            outcome.IsSuccess ? outcome.Value == outcome.Index * outcome.Index : outcome.Error is ObjectDisposedException,
            outcome.ToString()));
    }

    [Fact]
    public async Task A_pool_can_be_disposed_where_a_call_is_awaited()
    {
        PuddlePool pool = Make();
        async Task UseAndDispose()
        {
            await pool.RunAsync(ContractTasks.UnitSquare(1)).ConfigureAwait(false);
            await pool.DisposeAsync();
        }

        await UseAndDispose().OrHang();
    }
}
