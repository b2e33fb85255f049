using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

public class HelperTests
{
    [Fact]
    public async Task Each_way_of_being_done_works()
    {
        int before = Kinds.Runs;
        await Call.Through(Kinds.UnitNothing());
        Assert.Equal(before + 1, Kinds.Runs);
        await Call.Through(Kinds.UnitTaskNow());
        await Call.Through(Kinds.UnitTaskLater());
        await Call.Through(Kinds.UnitValueTaskNow());
        await Call.Through(Kinds.UnitValueTaskLater());
        Assert.Equal(1, await Call.Through(Kinds.UnitTaskOfNow(1)));
        Assert.Equal(2, await Call.Through(Kinds.UnitTaskOfLater(2)));
        Assert.Equal(3, await Call.Through(Kinds.UnitValueTaskOfNow(3)));
        Assert.Equal(4, await Call.Through(Kinds.UnitValueTaskOfLater(4)));
    }

    [Fact]
    public async Task Failures_come_out_of_the_invocation()
    {
        Assert.Equal("now", (await Assert.ThrowsAsync<InvalidOperationException>(() => Call.Through(Kinds.UnitFailsNow()))).Message);
        Assert.Equal("later", (await Assert.ThrowsAsync<InvalidOperationException>(() => Call.Through(Kinds.UnitFailsLater()))).Message);
    }

    [Fact]
    public async Task Injected_parameters_come_from_the_call()
    {
        using var source = new CancellationTokenSource();

        Assert.Equal("7 5 z True True", await Call.Through(Kinds.UnitInjected(5), source.Token));
    }

    [Fact]
    public async Task Default_values_are_those_of_the_method()
    {
        Assert.Equal(Defaults.Numbers(), await Call.Through(Defaults.UnitNumbers()));
        Assert.Equal(Defaults.Floats(), await Call.Through(Defaults.UnitFloats()));
        Assert.Equal(Defaults.Others(), await Call.Through(Defaults.UnitOthers()));
        Assert.Equal(Defaults.Listed(), await Call.Through(Defaults.UnitListed()));
    }

    [Fact]
    public async Task A_list_of_arguments_works_in_every_helper()
    {
        await using var pool = new InProcessPool();

        Assert.Equal(7, await Call.Through(Defaults.UnitListed("x", 1, 2, 3)));
        Assert.Equal(7, await Call.Through(Defaults.CountListed(1, "x", 1, 2, 3).Single()));
        Assert.Equal(7, await Defaults.RunListed("x", [1, 2, 3], pool));
    }

    [Fact]
    public async Task Tasks_anywhere_are_found()
    {
        Assert.Equal(4, await Call.Through(Hidden.UnitOfTwice(2)));
        Assert.Equal(6, await Call.Through(Hidden.Unit(2)));
        Assert.Equal(9, await Call.Through(Outer.Nested.UnitSquare(3)));
        Assert.Equal(9, await Call.Through(Global.UnitSquare(3)));
        Assert.Equal(9, await Call.Through(Host.UnitOnStruct(9)));
        Assert.Equal(9, await Call.Through(IHost.UnitOnInterface(9)));
        Assert.Equal(10, await Call.Through(@event.Unitclass(1, 2, 3, 4)));
    }

    [Fact]
    public void Count_gives_as_many_units()
    {
        Assert.Equal(3, Echo.CountOf(3, 5).Count());
        Assert.Equal(2, @event.Countclass(2, 1, 2, 3, 4).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Echo.CountOf(-1, 5));
    }

    [Fact]
    public async Task Run_runs_on_the_pool_that_is_given()
    {
        await using var pool = new InProcessPool();

        Assert.Equal(5, await Echo.RunOf(5, pool));
        Assert.Equal(5, await Echo.RunOf(5, pool: pool, cancellationToken: CancellationToken.None));
        Assert.Equal(10, await @event.Runclass(1, 2, 3, 4, puddlePool: pool));
        await Kinds.RunNothing(pool);
    }

    [Fact]
    public async Task A_method_group_makes_units()
    {
        int[] squares = await Task.WhenAll(Enumerable.Range(1, 3).Select(Outer.Nested.UnitSquare).Select(unit => Call.Through(unit)));

        Assert.Equal([1, 4, 9], squares);
    }
}
