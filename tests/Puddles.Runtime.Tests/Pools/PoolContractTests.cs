using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>What every engine promises, whatever it runs calls on. Each engine's tests derive from it.</summary>
public abstract partial class PoolContractTests : IAsyncLifetime
{
    private readonly List<PuddlePool> _pools = [];
    private readonly ScratchFolder _scratch = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (PuddlePool pool in _pools)
        {
            await pool.DisposeAsync().OrHang();
        }

        _scratch.Dispose();
    }

    /// <summary>Makes a pool that runs so many calls at a time.</summary>
    protected abstract PuddlePool Create(int concurrency);

    protected PuddlePool Make(int concurrency = 2)
    {
        PuddlePool pool = Create(concurrency);
        _pools.Add(pool);
        return pool;
    }

    protected string Scratch(string name) => _scratch.File(name);

    [Fact]
    public async Task A_call_gives_its_result() => Assert.Equal(9, await Make().RunAsync(ContractTasks.UnitSquare(3)).OrHang());

    [Fact]
    public async Task An_async_task_gives_its_result() => Assert.Equal(9, await Make().RunAsync(ContractTasks.UnitSquareLater(3)).OrHang());

    [Fact]
    public async Task A_helper_runs_on_the_pool_that_it_is_given() => Assert.Equal(9, await ContractTasks.RunSquare(3, Make()).OrHang());

    [Fact]
    public async Task Null_and_default_arguments_arrive() =>
        Assert.Equal("a-nothing", await Make().RunAsync(ContractTasks.UnitJoin("a")).OrHang());

    [Fact]
    public async Task A_task_without_a_result_has_run_when_it_completes()
    {
        await Make().RunAsync(ContractTasks.UnitTouch(Scratch("touched"))).OrHang();
        Assert.True(File.Exists(Scratch("touched")));
    }

    [Fact]
    public async Task The_result_of_a_call_can_be_passed_over()
    {
        PuddleUnit unit = ContractTasks.UnitSquare(3);
        await Make().RunAsync(unit).OrHang();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(3_000_000)]
    public async Task Bytes_come_back_as_they_were(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        Assert.Equal(bytes, await Make().RunAsync(ContractTasks.UnitEcho(bytes)).OrHang());
    }

    [Fact]
    public async Task Calls_from_many_threads_get_their_own_answers()
    {
        PuddlePool pool = Make();
        async Task Submit(int start)
        {
            Task<int>[] calls = [.. Enumerable.Range(start, 250).Select(x => pool.RunAsync(ContractTasks.UnitSquare(x)))];
            Assert.Equal(Enumerable.Range(start, 250).Select(x => x * x), await Task.WhenAll(calls));
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Submit(i * 1000)))).OrHang();
    }

    [Fact]
    public async Task A_unit_can_be_submitted_again()
    {
        PuddlePool pool = Make();
        PuddleUnit<int> unit = ContractTasks.UnitSquare(5);
        int[] results = await Task.WhenAll(pool.RunAsync(unit), pool.RunAsync(unit), pool.RunAsync(unit)).OrHang();
        Assert.Equal([25, 25, 25], results);
    }
}
