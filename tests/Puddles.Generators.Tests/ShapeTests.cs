using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

/// <summary>Odd but lawful code: nothing is reported, and what is generated compiles without a warning.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("#nullable disable\ninternal static class Jobs { [PuddleTask] internal static Dictionary<string, string> F(string[] b, (string x, string y) c, List<List<string>> d, Dictionary<string, string> e) => e; }")]
    [InlineData("internal record A(int X); internal sealed record B(int X, int Y) : A(X); internal static class Jobs { [PuddleTask] internal static B F(A a, B b) => b; }")]
    [InlineData("internal class A { public virtual int X { get; set; } public int Y { get; set; } } internal class B : A { public override int X { get; set; } public new string Y { get; set; } = \"\"; } internal static class Jobs { [PuddleTask] internal static B F(B b) => b; }")]
    [InlineData("internal class A { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public A(int x) => X = x; public required int X { get; init; } } internal static class Jobs { [PuddleTask] internal static A F(A a) => a; }")]
    [InlineData("internal class A { public A(int x) => X = x; public required int X { get; init; } } internal static class Jobs { [PuddleTask] internal static A F(A a) => a; }")]
    [InlineData("internal class A { public A(in int x) => X = x; public int X { get; } } internal static class Jobs { [PuddleTask] internal static A F(A a) => a; }")]
    [InlineData("internal class G<T> { internal struct Inner { public T Value; public Inner() { Value = default!; } } } internal static class Jobs { [PuddleTask] internal static G<int>.Inner[] F(G<string?>.Inner a) => []; }")]
    [InlineData("internal static class Jobs { internal enum E { A } [PuddleTask] internal static ValueTask<(int, E?)?> F(Dictionary<E, (int, string?)[]?> a, Dictionary<(int, int), E?>? b) => default; }")]
    [InlineData("namespace @int.@class { internal enum @void { @null } internal static class Jobs { [PuddleTask] internal static @void F(@void @params = @void.@null) => @params; } }")]
    [InlineData("namespace A { internal static class Jobs { [PuddleTask] internal static int F() => 1; } } namespace B { internal static class Jobs { [PuddleTask] internal static int F() => 1; } }")]
    [InlineData("internal static class Jobs { [PuddleTask] internal static int F(CancellationToken pool) => pool.CanBeCanceled ? 1 : 2; [PuddleTask] internal static int G(PuddleContext count) => 1; }")]
    [InlineData("internal class A { public int depth; public int? writer; public A? value; public int reader; public string? count; public int name; public int i; public int items; } internal static class Jobs { [PuddleTask] internal static A F(A a) => a; }")]
    [InlineData("internal static class Jobs { [PuddleTask] internal static int F(int arg0, int invocation, string? writer, int[]? reader, int result, int task, int Unit, int Invoker) => arg0; }")]
    [InlineData("internal partial class Jobs { [PuddleTask] internal static int F(int arg0, int _arg0, int? _arg1, int Unit, int Invoker) => arg0; internal class Unit; internal class Task; internal class PuddleUnit; }")]
    [InlineData("internal class A { [Obsolete] public int X { get; set; } public int this[int i] => i; public static int S { get; set; } public const int C = 1; public int W { set { } } public int Computed => 1; internal int Hidden { get; set; } } internal static class Jobs { [PuddleTask] internal static A F(A a) => a; }")]
    [InlineData("internal readonly record struct A(int X, string? Y); internal static class Jobs { [PuddleTask] internal static A? F(A a, A? b = null, A c = default) => a; }")]
    [InlineData("internal class A { public A() { } public A(int x) => X = x; public A(A other) => X = other.X; public int X { get; } } internal static class Jobs { [PuddleTask] internal static A F(A a) => a; }")]
    [InlineData("internal static class Jobs { [PuddleTask] internal static IList<int> F(ICollection<string> a, IReadOnlyCollection<int> b, IDictionary<int, int> c, IReadOnlyDictionary<string, IEnumerable<int>> d) => []; }")]
    [InlineData("internal static class Jobs { [PuddleTask] internal static int F(List<string>? a = null, params IReadOnlyList<int> b) => 1; }")]
    [InlineData("internal partial class A { internal partial class Jobs { [PuddleTask] protected static int F(int x) => x; [PuddleTask] private protected static int G(int x) => x; } }")]
    [InlineData("internal partial class A { private protected partial class B { private partial record C { [PuddleTask] private static int F(int x) => x; } } }")]
    public async Task Compiles(string source)
    {
        Assert.Empty(await Analysis.OfLibrary(source));
        DriverRun run = DriverRun.On(TestCompilation.Library(source)).AssertCompiles();
        Assert.Contains(run.Sources, file => file.HintName == "TaskTable.g.cs");
    }

    [Theory]
    [InlineData("csharp11")]
    [InlineData("csharp12")]
    public void Partial_classes_need_no_new_language_version(string version)
    {
        var language = version == "csharp11" ? Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11 : Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12;

        DriverRun.On(TestCompilation.Create(
            Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary,
            language,
            "internal sealed record P(int X, string[]? Y); internal static partial class Jobs { [PuddleTask] internal static async Task<P?> F(P p, List<int> x) { await Task.Yield(); return p; } }")).AssertCompiles();
    }

    [Fact]
    public void An_assembly_may_have_any_name()
    {
        foreach (string name in new[] { "My-App.v2", "1st", "ü", "a b", "class" })
        {
            DriverRun.On(TestCompilation.Program("Puddle.Init();", Samples.Order, Samples.Jobs).WithAssemblyName(name)).AssertCompiles();
        }
    }
}
