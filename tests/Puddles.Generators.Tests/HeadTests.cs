using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Contracts;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

public class HeadTests
{
    private const string Plain = "namespace Shop; class Plain : ProcessHead { internal class Inner : Plain; }";
    private const string Wrapping = "namespace Shop; partial class Wrapping : InfoHead { protected override ValueTask RunAsync(PuddleContext call, Func<ValueTask> next) => next(); }";

    [Fact]
    public void The_table_makes_each_head_by_the_hash_of_its_full_name()
    {
        string table = DriverRun.On(TestCompilation.Library(Plain, Wrapping)).AssertCompiles().SourceOf("TaskTable");

        Assert.Contains($"case 0x{Fnv1a.Hash("Shop.Plain"):X16}UL: isPlain = true;", table, StringComparison.Ordinal);
        Assert.Contains($"case 0x{Fnv1a.Hash("Shop.Plain+Inner"):X16}UL: isPlain = true;", table, StringComparison.Ordinal);
        Assert.Contains($"case 0x{Fnv1a.Hash("Shop.Wrapping"):X16}UL: isPlain = false;", table, StringComparison.Ordinal);
        Assert.Contains("new global::Shop.Plain.Inner()", table, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_with_heads_and_no_tasks_registers_them() =>
        Assert.Contains("TaskTable_Shop_", DriverRun.On(TestCompilation.Program("Puddle.Init();", Plain)).AssertCompiles().SourceOf("Registration"), StringComparison.Ordinal);

    [Theory]
    [InlineData("abstract class H : ProcessHead;")]
    [InlineData("class H<T> : ProcessHead;")]
    [InlineData("class H(int x) : ProcessHead { public int X => x; }")]
    [InlineData("class H : ProcessHead { public required int X { get; init; } }")]
    [InlineData("file class H : ProcessHead;")]
    [InlineData("class C { private class H : ProcessHead; }")]
    [InlineData("class H : List<ProcessHead>;")]
    [InlineData("namespace N { class ProcessHead; class H : ProcessHead; }")]
    public void What_is_no_head_or_cannot_be_made_is_left_out(string source) =>
        Assert.Empty(DriverRun.On(TestCompilation.Library(source)).AssertCompiles().Sources);

    [Fact]
    public void A_partial_head_is_made_once()
    {
        const string Part = "namespace Shop; partial class H : ProcessHead;";

        string table = DriverRun.On(TestCompilation.Library(Part, Part)).AssertCompiles().SourceOf("TaskTable");

        Assert.Equal(2, table.Split("new global::Shop.H()").Length);
    }

    [Fact]
    public void A_change_in_a_body_of_a_head_prints_nothing_again()
    {
        CSharpCompilation original = TestCompilation.Library(Wrapping, Samples.Order, Samples.Jobs);
        SyntaxTree changed = TestCompilation.Parse(Wrapping.Replace("next();", "base.RunAsync(call, next);", StringComparison.Ordinal), "File0.cs");

        DriverRun.On(original).Then(original.ReplaceSyntaxTree(original.SyntaxTrees[0], changed)).AssertCached();
    }

    [Fact]
    public void A_new_head_prints_the_table_again_and_nothing_else()
    {
        CSharpCompilation original = TestCompilation.Library(Wrapping, Samples.Order, Samples.Jobs);

        DriverRun run = DriverRun.On(original).Then(original.AddSyntaxTrees(TestCompilation.Parse(Plain, "New.cs")));

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Heads));
        Assert.Single(run.OutputReasons, reason => reason != IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_head_is_injected_and_neither_in_the_helpers_nor_in_the_contract()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library(Plain, "namespace Shop; static class Jobs { [PuddleTask] internal static int F(Plain head, int x, InfoHead? info = null) => x; }")).AssertCompiles();

        string task = run.SourceOf("Jobs.F_");
        Assert.Contains("F(invocation.Head<global::Shop.Plain>(), arg1, invocation.Head<global::Puddles.InfoHead>())", task, StringComparison.Ordinal);
        Assert.Contains("RunF(int x, ", task, StringComparison.Ordinal);
        Assert.Contains("\"x: int\\n-> int\"", task, StringComparison.Ordinal);
    }
}
