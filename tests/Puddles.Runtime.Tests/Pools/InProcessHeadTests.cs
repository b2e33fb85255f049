using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class InProcessHeadTests
{
    [Fact]
    public async Task One_head_serves_all_calls_and_is_torn_down_with_the_pool()
    {
        var head = new FakeHead();
        await using (var pool = new InProcessPool(4) { Head = head })
        {
            Assert.Equal(0, head.SetUps);
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => ContractTasks.RunSquare(i, pool))).OrHang();
            Assert.Equal((1, 0, 50), (head.SetUps, head.TearDowns, head.Runs));
            await pool.DisposeAsync();
        }

        Assert.Equal((1, 1, 50), (head.SetUps, head.TearDowns, head.Runs));
    }

    [Fact]
    public async Task A_head_that_was_never_set_up_is_not_torn_down()
    {
        var head = new FakeHead();
        await new InProcessPool { Head = head }.DisposeAsync();

        Assert.Equal((0, 0), (head.SetUps, head.TearDowns));
    }

    [Fact]
    public async Task A_head_that_fails_fails_every_call_with_its_own_error()
    {
        var head = new FakeHead { SetUpError = new InvalidOperationException("No model.") };
        await using var pool = new InProcessPool { Head = head };

        for (int i = 0; i < 3; i++)
        {
            Assert.Same(head.SetUpError, (await Assert.ThrowsAsync<WorkerStartException>(() => ContractTasks.RunSquare(1, pool).OrHang())).InnerException);
        }

        await pool.DisposeAsync();
        Assert.Equal((1, 0), (head.SetUps, head.TearDowns));
    }

    [Fact]
    public async Task The_default_head_is_this_process()
    {
        await using var pool = new InProcessPool();

        int own = Environment.ProcessId;
        int[] known = await HeadTasks.RunKnow(pool).OrHang();
        Assert.Equal([1, 1, own, own, own, 1], known);
    }
}
