using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Tests.Infrastructure;
using Xunit.Sdk;

namespace Puddles.Generators.Tests;

public class CachingTests
{
    private static readonly CSharpCompilation Original = TestCompilation.Program(Samples.Order, Samples.Jobs, Samples.Other);

    [Fact]
    public void A_file_elsewhere_changes_nothing() =>
        DriverRun.On(Original)
            .Then(Original.AddSyntaxTrees(TestCompilation.Parse("internal class Elsewhere;", "New.cs")))
            .AssertCached();

    [Fact]
    public void A_keystroke_in_a_body_parses_nothing() =>
        DriverRun.On(Original)
            .Then(Replace("x * x", "x * x + 1"))
            .AssertNotParsed();

    [Fact]
    public void A_new_parameter_changes_its_own_task_alone()
    {
        DriverRun run = DriverRun.On(Original).Then(Replace("Square(int x)", "Square(int x, int y)"));

        Assert.Single(run.Reasons(TrackingNames.Tasks), IncrementalStepRunReason.Modified);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, run.Reasons(TrackingNames.Types));
        Assert.Equal(2, run.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void Another_default_value_changes_neither_codecs_nor_the_table()
    {
        DriverRun run = DriverRun.On(Replace("Square(int x)", "Square(int x = 1)")).Then(Replace("Square(int x)", "Square(int x = 2)"));

        Assert.Single(run.OutputReasons, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void One_task_more_among_many_changes_no_other()
    {
        string[] files = [.. Enumerable.Range(0, 30).Select(file =>
            $"internal static class Jobs{file:00} {{ internal record R(int X); [PuddleTask] internal static R A(R r) => r; [PuddleTask] internal static R B(R r) => r; }}")];
        CSharpCompilation many = TestCompilation.Library(files);
        SyntaxTree more = TestCompilation.Parse("internal static class First { internal record R(int X); [PuddleTask] internal static R F(R r) => r; }", "First.cs");

        DriverRun run = DriverRun.On(many).Then(many.RemoveAllSyntaxTrees().AddSyntaxTrees(more).AddSyntaxTrees(many.SyntaxTrees));

        Assert.Equal(
            [IncrementalStepRunReason.New, IncrementalStepRunReason.New, IncrementalStepRunReason.Modified],
            run.OutputReasons.Where(reason => reason != IncrementalStepRunReason.Cached).Order());
    }

    [Fact]
    public void A_new_member_changes_its_codec()
    {
        DriverRun run = DriverRun.On(Original).Then(Replace("string Product", "string Product, int Count"));

        Assert.Contains("Count", run.SourceOf("LineCodec"), StringComparison.Ordinal);
        Assert.Single(run.Reasons(TrackingNames.Types), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void A_formatter_in_another_file_changes_those_who_use_its_type()
    {
        DriverRun run = DriverRun.On(Original).Then(Original.AddSyntaxTrees(TestCompilation.Parse("""
            using MessagePack;
            [assembly: PuddleFormatter(typeof(Shop.Line), typeof(LineFormatter))]
            internal sealed class LineFormatter : IPuddleFormatter<Shop.Line>
            {
                public static void Write(ref MessagePackWriter writer, Shop.Line value) => writer.Write(value.Product);
                public static Shop.Line Read(ref MessagePackReader reader) => new(reader.ReadString()!, 0);
            }
            """, "New.cs")));

        Assert.Contains("Formatters.Write<global::LineFormatter, global::Shop.Line>", run.SourceOf("LineArrayCodec"), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Sources, source => source.HintName.StartsWith("LineCodec", StringComparison.Ordinal));
        Assert.Single(run.Reasons(TrackingNames.Tasks), IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void The_walk_over_step_values_finds_derived_types()
    {
        INamedTypeSymbol symbol = Original.GetTypeByMetadataName("Shop.Order")!;

        Assert.Throws<TrueException>(() => StepValues.Walk(new { Hidden = new object[] { symbol } }, "step", []));
        Assert.Throws<TrueException>(() => StepValues.Walk(Original.SyntaxTrees[0].GetRoot(), "step", []));
    }

    [Fact]
    public void An_old_compilation_is_let_go()
    {
        (DriverRun run, WeakReference old) = RunOnceMore();

        for (int i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (DriverRun Run, WeakReference Old) RunOnceMore()
    {
        CSharpCompilation old = TestCompilation.Program(Samples.Order, Samples.Jobs, Samples.Other);
        DriverRun run = DriverRun.On(old);
        return (run.Then(TestCompilation.Program(Samples.Order, Samples.Jobs.Replace("x * x", "x", StringComparison.Ordinal), Samples.Other)), new WeakReference(old));
    }

    private static CSharpCompilation Replace(string before, string after)
    {
        SyntaxTree tree = Original.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        string source = tree.ToString()[TestCompilation.Prelude.Length..];
        return Original.ReplaceSyntaxTree(tree, TestCompilation.Parse(source.Replace(before, after, StringComparison.Ordinal), tree.FilePath));
    }
}
