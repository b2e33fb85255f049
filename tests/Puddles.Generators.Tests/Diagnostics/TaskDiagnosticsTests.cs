using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

/// <summary>What the pages' examples do not show: other ways to the same diagnostic, and what it says.</summary>
public class TaskDiagnosticsTests
{
    [Theory]
    [InlineData("PUD003", "internal static class Jobs<T> { [PuddleTask] internal static void F() { } }")]
    [InlineData("PUD003", "internal static class Outer<T> { internal static class Jobs { [PuddleTask] internal static void F() { } } }")]
    [InlineData("PUD004", "internal static class Jobs { [PuddleTask] internal static void F(ref int x) { } }")]
    [InlineData("PUD004", "internal static class Jobs { [PuddleTask] internal static void F(in int x) { } }")]
    [InlineData("PUD004", "internal static class Jobs { static int s; [PuddleTask] internal static ref int F() => ref s; }")]
    [InlineData("PUD006", "file static class Jobs { [PuddleTask] internal static void F() { } }")]
    [InlineData("PUD006", "file static partial class Jobs { [PuddleTask] internal static void F() { } }")]
    [InlineData("PUD006", "internal class Outer { private static partial class Jobs { [PuddleTask] internal static void F() { } } }")]
    [InlineData("PUD006", "internal class Jobs { [PuddleTask] protected static void F() { } }")]
    [InlineData("PUD007", "file enum E { A } internal static class Holder { } file static class X { } partial class Jobs { private enum P { A } [PuddleTask] static void F(P[] p) { } }")]
    [InlineData("PUD008", "internal static class Jobs { [PuddleTask] internal static void F() { } internal static int UnitF; }")]
    [InlineData("PUD008", "internal partial class Jobs { [PuddleTask] internal static void F() { } [PuddleTask] internal static void F(CancellationToken c) { } }")]
    [InlineData("PUD011", "internal static class Jobs { [PuddleTask(Name = \"\")] internal static void F() { } }")]
    [InlineData("PUD011", "internal static class Jobs { [PuddleTask(Idempotent = true, Retries = -1)] internal static void F() { } }")]
    [InlineData("PUD014", "internal interface IJobs { [PuddleTask] static abstract void F(); }")]
    [InlineData("PUD014", "internal static class Jobs { internal static Action G() => [PuddleTask] () => { }; }")]
    [InlineData("PUD014", "internal static class Jobs { internal static int P { [PuddleTask] get => 1; } }")]
    public async Task Fires(string id, string source) =>
        Assert.Equal([id], (await Analysis.OfLibrary(source)).Select(diagnostic => diagnostic.Id).Distinct());

    [Theory]
    [InlineData("internal partial class Outer { private partial struct Jobs { [PuddleTask] private static void F() { } } }")]
    [InlineData("internal partial interface IJobs { [PuddleTask] static void F() { } }")]
    [InlineData("internal interface IJobs { [PuddleTask] static void F() { } }")]
    [InlineData("internal record struct Jobs(int X) { [PuddleTask] internal static void F() { } }")]
    [InlineData("internal partial record Jobs(int X) { [PuddleTask] internal static void F() { } }")]
    [InlineData("internal class Jobs { [PuddleTask] protected internal static void F() { } }")]
    [InlineData("internal static class Jobs { [PuddleTask(Idempotent = true, Retries = 0)] internal static void F() { } }")]
    [InlineData("internal static class Jobs { [PuddleTask] internal static void F(int x) { } [PuddleTask] internal static void F(string x) { } }")]
    [InlineData("internal partial class @record { internal static partial class @partial { [PuddleTask] internal static void @class(int @int) { } } }")]
    [InlineData("namespace System.Shop { internal class Task { } internal class Puddles { } internal static class Jobs { [PuddleTask] internal static int F(int x) => x; } }")]
    [InlineData("internal class A { [PuddleTask] internal static int F(int x) => x; } internal class B : A { [PuddleTask] internal static new int F(int x) => x; }")]
    [InlineData("internal partial class A { [PuddleTask] internal static int F(int x) => x; } internal partial class B : A { [PuddleTask] internal static new int F(int x) => x; }")]
    [InlineData("#nullable disable\ninternal static class Jobs { [PuddleTask] internal static string F(string x = null, List<string> y = null) => x; }")]
    [InlineData("[Obsolete] internal class P { public int X { get; set; } } [Obsolete] internal static class Jobs { [PuddleTask] internal static P F(P p) => p; }")]
    public async Task Stays_quiet_and_compiles(string source)
    {
        Assert.Empty(await Analysis.OfLibrary(source));
        DriverRun.On(TestCompilation.Library(source)).AssertCompiles();
    }

    [Fact]
    public void What_is_generated_for_a_public_task_needs_no_documentation() =>
        DriverRun.On(TestCompilation.Library("""
            /// <summary>Documented.</summary>
            public static class Jobs
            {
                /// <summary>Documented.</summary>
                /// <param name="x">Documented.</param>
                [PuddleTask]
                public static async Task<int> F(int x) => await Task.FromResult(x);
            }
            """)).AssertCompiles();

    [Fact]
    public async Task Both_tasks_of_one_id_are_told_of_each_other()
    {
        Diagnostic[] found = await Analysis.OfLibrary("""
            internal static class Jobs
            {
                [PuddleTask(Name = "x")] internal static void A() { }
                [PuddleTask(Name = "x")] internal static void B() { }
            }
            """);

        Assert.Equal(
            ["Task 'Jobs.A()' has the same id as 'Jobs.B()': give one of them another Name in its [PuddleTask]", "Task 'Jobs.B()' has the same id as 'Jobs.A()': give one of them another Name in its [PuddleTask]"],
            found.Select(diagnostic => diagnostic.GetMessage(null)));
    }

    [Fact]
    public void A_method_that_is_being_copied_does_not_stop_the_generator()
    {
        DriverRun run = DriverRun.On(TestCompilation.Library("internal static class Jobs { [PuddleTask] internal static void F() { } [PuddleTask] internal static void F() { } }"));

        Assert.Contains(run.Sources, source => source.HintName.Contains("Jobs.F", StringComparison.Ordinal));
    }
}
