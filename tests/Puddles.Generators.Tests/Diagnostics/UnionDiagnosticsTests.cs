using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class UnionDiagnosticsTests
{
    [Theory]
    [InlineData("PUD020", "[PuddleUnion(0, typeof(B)), PuddleUnion(0, typeof(C))] abstract class A; class B : A; class C : A;", "'A' lists two types with the key 0")]
    [InlineData("PUD020", "[PuddleUnion(0, typeof(B)), PuddleUnion(1, typeof(B))] abstract class A; class B : A;", "'A' lists 'B' twice")]
    [InlineData("PUD020", "[PuddleUnion(0, typeof(B))] abstract class A; class B;", "'A' lists 'B', which does not derive from it")]
    [InlineData("PUD020", "[PuddleUnion(0, typeof(B<>))] abstract class A; class B<T> : A;", "'A' lists 'B<>', which could be any of its closed forms")]
    [InlineData("PUD020", "[MessagePack.Union(0, \"B\")] abstract class A; class B : A;", "'A' lists a type by its name")]
    [InlineData("PUD020", "[JsonDerivedType(typeof(B))] abstract class A; class B : A;", "'A' lists 'B' without a key")]
    [InlineData("PUD005", "[PuddleUnion(0, typeof(B))] abstract class A; abstract class B : A;", "'A as B' is an abstract class")]
    [InlineData("PUD005", "[PuddleUnion(0, typeof(B))] interface A; class B : A { public Action? X { get; set; } }", "'A as B.X' is a delegate")]
    [InlineData("PUD005", "interface A;", "or list those that there are with [PuddleUnion]")]
    [InlineData("PUD022", "[PuddleUnion(0, typeof(B))] abstract class A; class B : A { public required A Next { get; init; } }", "leads to 'B', which contains itself without an end")]
    [InlineData("PUD022", "record A(B B); record B((int, A) C);", "leads to 'A', which contains itself without an end")]
    [InlineData("PUD022", "record A(Lazy<A> B);", "leads to 'A', which contains itself without an end")]
    public async Task Fires(string id, string types, string expected)
    {
        Diagnostic[] found = await Analysis.OfLibrary(Source(types));

        Assert.Equal([id], found.Select(diagnostic => diagnostic.Id));
        Assert.Contains(expected, found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[PuddleUnion(0, typeof(B)), PuddleUnion(int.MinValue, typeof(C))] interface A; class B : A; struct C : A { public A? Next { get; set; } }")]
    [InlineData("[PuddleUnion(0, typeof(A)), PuddleUnion(1, typeof(B))] class A; class B : A { public A[] Own { get; set; } = []; }")]
    [InlineData("[PuddleUnion(0, typeof(B)), JsonDerivedType(typeof(C)), MessagePack.Union(0, typeof(C))] abstract class A; class B : A; class C : A;")]
    [InlineData("[PuddleUnion(0, typeof(B))] abstract class A; [PuddleUnion(0, typeof(C))] abstract class B : A; record struct D(B B); class C : B { public D? D { get; set; } }")]
    [InlineData("[JsonDerivedType(typeof(B), \"a\\\"b\"), JsonDerivedType(typeof(C), 3)] class A; sealed class B : A; sealed class C : A;")]
    [InlineData("[PuddleUnion(0, typeof(B)), PuddleUnion(1, typeof(C))] abstract record A; record B(A Left, A Right) : A; record C(int X) : A;")]
    [InlineData("record A(A? Next, List<A> All, Dictionary<string, A> Named);")]
    public async Task Stays_quiet_and_compiles(string types)
    {
        Assert.Empty(await Analysis.OfLibrary(Source(types)));
        DriverRun.On(TestCompilation.Library(Source(types))).AssertCompiles();
    }

    [Fact]
    public void A_new_class_in_the_list_changes_the_contract()
    {
        string before = DriverRun.On(TestCompilation.Library(Source("[PuddleUnion(0, typeof(B))] abstract class A; class B : A; class C : A;"))).SourceOf("Jobs.F_");
        string after = DriverRun.On(TestCompilation.Library(Source("[PuddleUnion(0, typeof(B)), PuddleUnion(1, typeof(C))] abstract class A; class B : A; class C : A;"))).SourceOf("Jobs.F_");

        Assert.Contains("x: A <0: B {}>", before, StringComparison.Ordinal);
        Assert.Contains("x: A <0: B {} | 1: C {}>", after, StringComparison.Ordinal);
    }

    private static string Source(string types) =>
        $"using System.Text.Json.Serialization; internal static class Jobs {{ [PuddleTask] internal static void F(A x) {{ }} }} {types}";
}
