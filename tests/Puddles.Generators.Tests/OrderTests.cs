using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

public class OrderTests
{
    [Fact]
    public void The_order_of_files_changes_nothing() =>
        AssertSame([Samples.Order, Samples.Jobs, Samples.Other], [Samples.Other, Samples.Jobs, Samples.Order]);

    [Fact]
    public void The_order_of_tasks_changes_nothing() =>
        AssertSame(
            [Jobs("[PuddleTask] internal static int A() => 1;", "[PuddleTask] internal static int[] B() => [];")],
            [Jobs("[PuddleTask] internal static int[] B() => [];", "[PuddleTask] internal static int A() => 1;")]);

    [Fact]
    public void The_order_of_members_and_enum_values_changes_nothing() =>
        AssertSame(
            [Jobs("public enum E { A = 1, B = 2 } public class P { public int X; public E Y; }", "[PuddleTask] internal static P F(E e) => new();")],
            [Jobs("public enum E { B = 2, A = 1 } public class P { public E Y; public int X; }", "[PuddleTask] internal static P F(E e) => new();")]);

    private static string Jobs(string first, string second) => $"internal static class Jobs {{ {first} {second} }}";

    private static void AssertSame(string[] left, string[] right) => Assert.Equal(Texts(left), Texts(right));

    private static Dictionary<string, string> Texts(string[] sources) =>
        DriverRun.On(TestCompilation.Library(sources)).Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
}
