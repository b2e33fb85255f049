using Microsoft.CodeAnalysis;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class MarkedTypeDiagnosticsTests
{
    [Theory]
    [InlineData("PUD017", "[MessagePackObject] class A { [Key(0)] int X { get; set; } }", "'A.X' has a key, but generated code cannot reach it")]
    [InlineData("PUD017", "[MessagePackObject] class A { [Key(0)] protected int X; }", "'A.X' has a key, but generated code cannot reach it")]
    [InlineData("PUD017", "[DataContract] class A { [DataMember] int X { get; set; } }", "'A.X' has a key, but generated code cannot reach it")]
    [InlineData("PUD017", "[MessagePackObject] class A { [Key(0)] public int X { get; private set; } }", "'A.X' cannot be set by generated code")]
    [InlineData("PUD017", "[MessagePackObject(true)] class A { public int X { get; private set; } }", "'A.X' cannot be set by generated code")]
    [InlineData("PUD017", "[MessagePackObject] class A { [Key(0)] public int X { get; } = 1; }", "'A.X' can be read but not set")]
    [InlineData("PUD017", "[MessagePackObject(true)] class A { public readonly int X = 1; }", "'A.X' can be read but not set")]
    [InlineData("PUD017", "[MessagePackObject] class A { [Key(0)] public int X { private get; set; } }", "'A.X' cannot be read by generated code")]
    [InlineData("PUD017", "[MessagePackObject] class B { [Key(0)] public int X { get; set; } } [MessagePackObject] class A : B { [Key(1)] public new int X { get; set; } }", "'A.X' is hidden by another")]
    [InlineData("PUD018", "[MessagePackObject] class A { public int X { get; set; } }", "'A.X' has neither [Key] nor [IgnoreMember]")]
    [InlineData("PUD018", "[MessagePackObject] class A { [Key(0)] public int X { get; set; } [Key(\"y\")] public int Y { get; set; } }", "'A.Y' has a key of another kind")]
    [InlineData("PUD018", "[DataContract] class A { [DataMember(Order = 0)] public int X { get; set; } [DataMember] public int Y { get; set; } }", "'A.Y' has a key of another kind")]
    [InlineData("PUD018", "[MessagePackObject] class A { [Key(-1)] public int X { get; set; } }", "'A.X' has the key -1")]
    [InlineData("PUD018", "[MessagePackObject] class A { [Key(65536)] public int X { get; set; } }", "'A.X' has the key 65536")]
    [InlineData("PUD018", "[MessagePackObject] class B { [Key(2)] public int X { get; set; } } [MessagePackObject] class A : B { [Key(2)] public int Y { get; set; } }", "'A.Y' has the same key as 'X'")]
    [InlineData("PUD019", "[MessagePackObject] class A { [SerializationConstructor] public A(string x) { } [Key(0)] public int X { get; set; } }", "'A' has a constructor with [SerializationConstructor] whose parameters do not fit")]
    [InlineData("PUD019", "[MessagePackObject] class A { [SerializationConstructor] A(int x) { } public A() { } [Key(0)] public int X { get; set; } }", "'A' has a constructor with [SerializationConstructor] that generated code cannot call")]
    [InlineData("PUD019", "[MessagePackObject] class A { [SerializationConstructor] public A(int x) { } [SerializationConstructor] public A() { } [Key(0)] public int X { get; set; } }", "'A' has several constructors")]
    [InlineData("PUD019", "[MessagePackObject] class A { public A(string other) { } [Key(\"x\")] public int X { get; set; } }", "'A' has no constructor that fits")]
    [InlineData("PUD005", "[MessagePackObject] class A { [Key(0)] public Action? X { get; set; } }", "'A.X' is a delegate")]
    [InlineData("PUD005", "[MessagePackObject] abstract class A { [Key(0)] public int X { get; set; } }", "'A' is an abstract class")]
    public async Task Fires(string id, string type, string expected)
    {
        Diagnostic[] found = await Analysis.OfLibrary(Source(type));

        Assert.Equal([id], found.Select(diagnostic => diagnostic.Id));
        Assert.Contains(expected, found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[MessagePackObject] class A { [Key(0)] internal int X { get; set; } [Key(2)] public int Y { get; internal set; } [IgnoreMember] public Action? Z { get; set; } int Own { get; set; } }")]
    [InlineData("[MessagePackObject] class A { [Key(0)] public int X { get; set; } [Key(1)] public int Twice => X * 2; }")]
    [InlineData("[MessagePackObject] class A { [Key(0)] public int X { set { } } [Key(1)] public int Y { get; set; } }")]
    [InlineData("[MessagePackObject(true)] class A { public int X { get; set; } public int Twice => X * 2; private int _own; int Own() => _own++; }")]
    [InlineData("[MessagePackObject] class A { [SerializationConstructor] internal A(object x) => X = (int)x; [Key(4)] public int X { get; } }")]
    [InlineData("[MessagePackObject] record A([property: Key(0)] int X, [property: Key(1)] string Y) { [Key(2)] public required int[] Z { get; init; } }")]
    [InlineData("[MessagePackObject] record struct A([property: Key(\"a\")] int X) { [Key(\"@class\")] public int @class; }")]
    [InlineData("[MessagePackObject] class B { [Key(0)] public virtual int X { get; set; } } [MessagePackObject] class A : B { public override int X { get; set; } [Key(1)] public int Y { get; set; } }")]
    [InlineData("[MessagePackObject(true)] class B { public virtual int X { get; set; } public int Z { get; set; } } class A : B { public override int X { get; set; } public new int Z { get; set; } }")]
    [InlineData("[DataContract] class A { [DataMember(Order = 3)] public int X { get; set; } public Action? Y { get; set; } int _z; int Z() => _z++; }")]
    [InlineData("[MessagePackObject] struct A { [Key(0)] public A[]? Own { get; set; } [Key(1)] public int value { get; init; } [Key(2)] public int count { get; init; } }")]
    [InlineData("[MessagePackObject] class A { [Key(0)] public (int, int, int, int, int, int, int, string)? X { get; set; } [Key(1)] public Lazy<int>? Y { get; set; } }")]
    [InlineData("class A { public int X { get; set; } [System.Runtime.Serialization.IgnoreDataMember] public Action? Y { get; set; } [IgnoreMember] public int Z { get; } }")]
    public async Task Stays_quiet_and_compiles(string type)
    {
        string source = Source(type);

        Assert.Empty(await Analysis.OfLibrary(source));
        DriverRun.On(TestCompilation.Library(source)).AssertCompiles();
    }

    [Theory]
    [InlineData("[Key(0)] public int X", "[Key(1)] public int X")]
    [InlineData("[Key(0)] public int X", "[Key(\"x\")] public int X")]
    [InlineData("[Key(0)] public int X", "[Key(0)] public long X")]
    [InlineData("[Key(0)] public int X", "[Key(0)] public double[] X")]
    [InlineData("[MessagePackObject] class A", "[MessagePackObject(true)] class A")]
    public void What_changes_the_wire_changes_the_contract(string before, string after)
    {
        const string Type = "[MessagePackObject] class A { [Key(0)] public int X { get; set; } = default!; }";

        Assert.NotEqual(ContractOf(Type), ContractOf(Type.Replace(before, after, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_new_name_under_the_same_number_does_not_change_the_contract() =>
        Assert.Equal(
            ContractOf("[MessagePackObject] class A { [Key(0)] public int X { get; set; } }"),
            ContractOf("[MessagePackObject] class A { [Key(0)] public int Renamed { get; set; } }"));

    private static string Source(string type) =>
        $"using MessagePack; using System.Runtime.Serialization; #pragma warning disable CS0169\n internal static class Jobs {{ [PuddleTask] internal static void F(A a) {{ }} }} {type}"
            .Replace("; #pragma", ";\n#pragma", StringComparison.Ordinal);

    private static string ContractOf(string type)
    {
        string text = DriverRun.On(TestCompilation.Library(Source(type))).SourceOf("Jobs.F_");
        int start = text.IndexOf(": base(0x", StringComparison.Ordinal);
        return text[start..text.IndexOf('\n', start)];
    }
}
