using System.Globalization;

namespace Puddles.Samples.Tests;

/// <summary>The Python library's examples give in C# what its document says, in the order of the calls.</summary>
public sealed class SeedTests(SeedRun seed) : IClassFixture<SeedRun>
{
    private const string Pack = "-1, 2, 3 roo=berry, 4 foo=bar, 5/6 elk=Ricky, 5/6 elk=Ricky";

    [Theory]
    [InlineData("puddles.run(items, wait_futures=True)", $"({Pack}, {Pack})")]
    [InlineData("puddles.run(process_func)", "egg")]
    [InlineData("puddles.run(async_process_func)", "3")]
    [InlineData("puddles.run((process_func, async_process_func))", "(egg, 3)")]
    [InlineData("puddles.run(process_func, 3)", "3")]
    [InlineData("puddles.run(((process_func,), (process_func, (2,)), (process_func, (), {'timeout': 1})))", "(3, 2, 1)")]
    [InlineData("puddles.run(process_func, timeout=3, wait_futures=futures)", "(3, 3)")]
    [InlineData("extras.wait_futures(puddles.run(process_func, timeout=3, wait_futures=futures+others))", "([0] 3, [1] 5, [2] 2, [3] 4, [4] 3)")]
    [InlineData("puddle.run(items)  # units", "(3, 4, 4, 4)")]
    [InlineData("puddle.run(items)  # counts", "(1, 2, 2, 2, 2, 2, 909, 909, 909, 909)")]
    [InlineData("puddle.run(generate_function_pack(sync_sleep))", $"({Pack})")]
    [InlineData("puddles.raw.submit(items=(func, puddles.count(12, func)), count=5, head_class=CustomHead)", "(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)")]
    [InlineData("puddles.raw.submit(items=func, head_caller=puddles.head.primary_head_main)", "True")]
    [InlineData("puddles.run(func)  # a puddles.head.InfoHead runs it", "True")]
    [InlineData("puddles.run(puddles.count(5, func))  # func knows its index", "(0, 1, 2, 3, 4)")]
    [InlineData("puddles.run(extras.sync_sleep, .03)", "0.03")]
    [InlineData("puddles.run(extras.async_sleep, .03)", "0.03")]
    [InlineData("puddles.run(extras.sleep_tick, 2)", "2")]
    [InlineData("puddles.run(extras.async_sleep_tick, 1)", "1")]
    [InlineData("print(what they wrote)", "(tick 1 of 2, tick 2 of 2, tick 1 of 1)")]
    public void The_row_gives_what_the_document_says(string python, string expected) => Assert.Equal(expected, seed[python]);

    [Fact]
    public void Ten_calls_run_on_five_processes_at_most()
    {
        string[] processes = Items(seed["puddles.raw.submit(items=(func, puddles.count(9, func)), count=5)"]);

        Assert.Equal(10, processes.Length);
        Assert.InRange(processes.Distinct().Count(), 1, 5);
    }

    [Fact]
    public void A_varied_number_is_around_its_middle() =>
        Assert.InRange(double.Parse(seed["puddles.run(extras.variate, 3, .5)"], CultureInfo.InvariantCulture), 2.5, 3.5);

    [Fact]
    public void Intense_work_makes_steps() =>
        Assert.InRange(long.Parse(seed["puddles.run(extras.intense, .03)"], CultureInfo.InvariantCulture), 1, long.MaxValue);

    [Theory]
    [InlineData("puddles.run(cores)  # one call", 1)]
    [InlineData("puddles.run(core_setter)", 1)]
    [InlineData("puddles.run(cores)  # every process of a pool", 2)]
    public void Processes_run_on_the_core_that_they_are_held_to(string python, int calls)
    {
        int last = Cpu.GetCores()[^1];

        Assert.Equal(Enumerable.Repeat($"{last}", calls), Items(seed[python]).Select(item => item.Trim('(', ')')));
    }

    [Fact]
    public void The_call_that_needs_more_than_the_cap_fails_alone()
    {
        string[] outcomes = Items(seed["puddles.run((hold, (1_000,)), (hold, (1_000_000_000,)), (hold, (2_000,)))"]);

        Assert.Equal("[0] 1000", outcomes[0]);
        Assert.StartsWith("[1] failed: ", outcomes[1], StringComparison.Ordinal);
        Assert.Equal("[2] 2000", outcomes[2]);
    }

    [Fact]
    public void No_row_goes_without_a_test() => Assert.Equal(27, seed.Rows.Count());

    private static string[] Items(string result) => result[1..^1].Split(", ");
}
