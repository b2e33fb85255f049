using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class StaticStateTests
{
    [Theory]
    [InlineData("S.Level = 3;", "return S.Level;", "reads 'S.Level', which is set in the process of its caller")]
    [InlineData("S.Field++;", "return S.Field;", "reads 'S.Field'")]
    [InlineData("S.List.Add(3);", "return S.List.Count;", "reads 'S.List'")]
    [InlineData("S.Map[1] = 3;", "return S.Map[1];", "reads 'S.Map'")]
    [InlineData("S.SetLevel(3);", "return S.Level;", "reads 'S.Level'")]
    [InlineData("int.TryParse(\"1\", out S.Field);", "Func<int> read = () => S.Field; return read();", "reads 'S.Field'")]
    [InlineData("Console.WriteLine(S.Field);", "S.Field = x; return x;", "sets 'S.Field', which is read in the process of its caller")]
    [InlineData("foreach (int i in S.List) { }", "S.List.Add(x); return x;", "sets 'S.List'")]
    public async Task State_that_the_caller_and_the_task_do_not_share_is_named(string caller, string task, string expected)
    {
        Diagnostic found = Assert.Single(await Analyse(caller, task));

        Assert.Equal("PUD029", found.Id);
        Assert.Contains("Task 'Jobs.F(int)' " + expected, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "return S.Field;")]
    [InlineData("Console.WriteLine(S.Field);", "return S.Field;")]
    [InlineData("S.Field = 3;", "S.Field = x; return S.Field;")]
    [InlineData("S.Field = 3;", "S.Reset(); return S.Field;")]
    [InlineData("S.Reset();", "S.Reset(); return S.Field;")]
    [InlineData("", "return S.Cache ??= 5;")]
    [InlineData("Console.WriteLine(S.Fixed);", "return S.Fixed;")]
    [InlineData("Console.WriteLine(S.List.Count);", "return S.List.Count;")]
    [InlineData("Console.WriteLine(nameof(S.Field)); S.Field = 1;", "Console.WriteLine(nameof(S.Field)); return x;")]
    [InlineData("Console.WriteLine(S.FromHead);", "return S.FromHead;")]
    public async Task What_each_process_keeps_for_itself_is_fine(string caller, string task) => Assert.Empty(await Analyse(caller, task));

    [Fact]
    public async Task A_method_that_nobody_is_seen_to_call_may_run_anywhere() =>
        Assert.Empty(await Analysis.OfLibrary("internal static class S { internal static int Field; internal static void Set() => Field = 1; [PuddleTask] internal static int F() => Field; }"));

    [Fact]
    public async Task A_method_that_uses_a_helper_is_a_caller() =>
        Assert.Equal(
            ["PUD029"],
            (await Analysis.OfLibrary("internal static partial class S { internal static int Field; internal static Task Set() { Field = 1; return RunF(); } [PuddleTask] internal static int F() => Field; }"))
            .Select(static found => found.Id));

    private static Task<Diagnostic[]> Analyse(string caller, string task) => Analysis.OfProgram($$"""
        Puddle.Init();
        {{caller}}

        internal static class S
        {
            internal static int Field;
            internal static int? Cache;
            internal static int FromHead;
            internal static readonly int Fixed = 3;
            internal static readonly List<int> List = [];
            internal static int Level { get; set; }
            internal static Dictionary<int, int> Map { get; } = [];

            internal static void SetLevel(int level) => Level = level;

            internal static void Reset() => Field = 0;
        }

        internal static class Jobs
        {
            [PuddleTask] internal static int F(int x) { {{task}} }
        }

        internal sealed class Head : ProcessHead
        {
            protected override ValueTask SetUpAsync(CancellationToken stop) { S.FromHead = 1; return default; }
        }
        """);
}
