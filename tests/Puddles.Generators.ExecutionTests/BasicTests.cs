using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

public class BasicTests
{
    [Fact]
    public async Task Values_come_back() => Assert.Equal(9, await Call.Through(Basics.UnitSquare(3)));

    [Fact]
    public async Task A_task_without_a_result_gives_nil() => await Call.Through(Basics.UnitNothing());

    [Fact]
    public async Task Asynchronous_tasks_and_default_values() => Assert.Equal("a:2", await Call.Through(Basics.UnitFetch("a")));

    [Fact]
    public async Task Records_nest()
    {
        Order back = await Call.Through(Basics.UnitDiscount(new Order(1, "me", null, [new Line("x", 2.50m)]), 0.5m));
        Assert.Equal("me", back.Customer);
        Assert.Null(back.Note);
        Assert.Equal([new Line("x", 2.00m)], back.Lines);
    }
}
