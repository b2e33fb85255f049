using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

public abstract partial class PoolContractTests
{
    [Fact]
    public async Task A_framework_exception_comes_back_as_its_own_type()
    {
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Make().RunAsync(ContractTasks.UnitSquareUnlessOdd(3))).OrHang();

        Assert.Equal("x", error.ParamName);
        Assert.Equal(new ArgumentOutOfRangeException("x", 3, "Odd.").Message, error.Message);
        var remote = Assert.IsType<RemoteTaskException>(error.InnerException);
        Assert.Equal("System.ArgumentOutOfRangeException", remote.RemoteType);
        Assert.Contains(nameof(ContractTasks.SquareUnlessOdd), remote.RemoteStackTrace);
    }

    [Fact]
    public async Task An_exception_of_the_programs_own_comes_back_as_a_remote_one()
    {
        var error = await Assert.ThrowsAsync<RemoteTaskException>(() => Make().RunAsync(ContractTasks.UnitThrowOwn("oh"))).OrHang();

        Assert.Equal("Puddles.TestTasks.OwnException", error.RemoteType);
        Assert.Equal("Puddles.TestTasks.OwnException: oh", error.Message);
        Assert.Contains(nameof(ContractTasks.ThrowOwn), error.RemoteStackTrace);
        Assert.Equal("the cause", Assert.IsType<FormatException>(error.InnerException).Message);
    }

    [Fact]
    public async Task Arguments_that_cannot_be_written_fail_that_call_alone()
    {
        PuddlePool pool = Make();
        Task<string> bad = pool.RunAsync(ContractTasks.UnitDescribe(new TouchyArgument { Text = "unwritable" }));
        Task<string> good = pool.RunAsync(ContractTasks.UnitDescribe(new TouchyArgument { Text = "fine" }));

        Assert.Equal("fine", await good.OrHang());
        var error = await Assert.ThrowsAsync<PuddleSerializationException>(() => bad).OrHang();
        Assert.Contains("The getter refuses.", error.Message);
    }

    [Fact]
    public async Task A_result_that_cannot_be_written_fails_that_call_alone()
    {
        PuddlePool pool = Make();
        Task<TouchyArgument> bad = pool.RunAsync(ContractTasks.UnitMakeTouchy("unwritable"));
        Task<TouchyArgument> good = pool.RunAsync(ContractTasks.UnitMakeTouchy("fine"));

        Assert.Equal("fine", (await good.OrHang()).Text);
        var error = await Assert.ThrowsAsync<PuddleSerializationException>(() => bad).OrHang();
        Assert.Contains("result", error.Message);
        Assert.Contains("MakeTouchy", error.Message);
    }

    [Fact]
    public async Task Failures_touch_no_other_call()
    {
        PuddlePool pool = Make();
        Task<int>[] calls = [.. Enumerable.Range(0, 500).Select(x => pool.RunAsync(ContractTasks.UnitSquareUnlessOdd(x)))];

        PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync(calls).OrHang();

        Assert.All(outcomes, outcome =>
        {
            Assert.Equal(outcome.Index % 2 == 0, outcome.IsSuccess);
            Assert.True(outcome.IsSuccess ? outcome.Value == outcome.Index * outcome.Index : outcome.Error is ArgumentOutOfRangeException);
        });
    }
}
