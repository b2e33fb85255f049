using System.Runtime.CompilerServices;
using Puddles.Contracts;
using Puddles.Generators.Model;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Contracts;

/// <summary>What may change between two builds, and docs/contract.md, which says it.</summary>
public class EvolutionTests
{
    private const string ParcelWithId = "record Parcel(int Id);";
    private const string ParcelWithNote = "record Parcel(int Id, string? Note);";
    private const string ParcelWithWeight = "record Parcel(int Id, int Weight = 1);";
    private const string ParcelWithSize = "record Parcel(int Id, int Size);";
    private const string TwoShades = "enum Shade { Light, Dark }";
    private const string ThreeShades = "enum Shade { Light, Dark, Black }";

    public static TheoryData<string, string, string> Changes => new()
    {
        { "an optional parameter is added at the end", "int F(int x)", "int F(int x, int y = 2)" },
        { "a last optional parameter is removed", "int F(int x, int y = 2)", "int F(int x)" },
        { "a required parameter is added", "int F(int x)", "int F(int x, int y)" },
        { "a required parameter is removed", "int F(int x, int y)", "int F(int x)" },
        { "a parameter is made optional", "int F(int x, int y)", "int F(int x, int y = 2)" },
        { "a default value is changed", "int F(int x = 1)", "int F(int x = 2)" },
        { "a parameter is renamed", "int F(int x)", "int F(int z)" },
        { "parameters change places", "int F(int x, int y)", "int F(int y, int x)" },
        { "a parameter gets another type", "Name=int F(int x)", "Name=int F(long x)" },
        { "a parameter may be null", "int F(string x)", "int F(string? x)" },
        { "the result may be null", "string F(int x)", "string? F(int x)" },
        { "the result gets another type", "void F(int x)", "int F(int x)" },
        { "a nullable member is added to a parameter", "int F(Parcel x)" + ParcelWithId, "int F(Parcel x)" + ParcelWithNote },
        { "a nullable member is added to the result", "Parcel F(int x)" + ParcelWithId, "Parcel F(int x)" + ParcelWithNote },
        { "a member with a default in the constructor is added to a parameter", "int F(Parcel x)" + ParcelWithId, "int F(Parcel x)" + ParcelWithWeight },
        { "a member with a default in the constructor is added to the result", "Parcel F(int x)" + ParcelWithId, "Parcel F(int x)" + ParcelWithWeight },
        { "a required member is added", "int F(Parcel[] x)" + ParcelWithId, "int F(Parcel[] x)" + ParcelWithSize },
        { "a member is removed", "int F(List<Parcel> x)" + ParcelWithSize, "int F(List<Parcel> x)" + ParcelWithId },
        { "a nullable member is removed", "int F((int A, Parcel B) x)" + ParcelWithNote, "int F((int A, Parcel B) x)" + ParcelWithId },
        { "a member gets another type", "int F(Dictionary<string, Parcel> x)" + ParcelWithId, "int F(Dictionary<string, Parcel> x)record Parcel(long Id);" },
        { "members change places", "int F(Parcel x)record Parcel(int A, int B);", "int F(Parcel x)record Parcel(int B, int A);" },
        { "a value is added to an enum of a parameter", "int F(Shade x)" + TwoShades, "int F(Shade x)" + ThreeShades },
        { "a value is added to an enum of the result", "Shade F(int x)" + TwoShades, "Shade F(int x)" + ThreeShades },
        { "a value of an enum gets another number", "int F(Shade x)" + TwoShades, "int F(Shade x)enum Shade { Dark, Light }" },
        { "a type is renamed", "Name=int F(Parcel x)" + ParcelWithId, "Name=int F(Crate x)record Crate(int Id);" },
        { "an array becomes a list", "Name=int F(Parcel[] x)" + ParcelWithId, "Name=int F(List<Parcel> x)" + ParcelWithId },
        { "a method becomes asynchronous", "int F(int x)", "Task<int> F(int x)" },
        { "a CancellationToken is added", "int F(int x)", "int F(int x, CancellationToken stop)" },
        { "a task is renamed", "int F(int x)", "int G(int x)" },
        { "a task with a Name is renamed", "Name=int F(int x)", "Name=int G(int x)" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void The_page_says_what_the_check_finds(string change, string earlier, string later)
    {
        string[] row = Rows().Single(row => row[0] == change);

        Assert.Equal([row[1].StartsWith("yes", StringComparison.Ordinal), row[2].StartsWith("yes", StringComparison.Ordinal)], [GoTogether(earlier, later), GoTogether(later, earlier)]);
    }

    [Fact]
    public void Every_row_of_the_page_is_checked() =>
        Assert.Equal(
            Rows().Select(static row => row[0]).Order(StringComparer.Ordinal),
            Changes.Select(static change => (string)change[0]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("int F(Node x)record Node(int Value, Node? Next);", "int F(Node x)record Node(long Value, Node? Next);", "x.Value")]
    [InlineData("int F(Node x)record Node(Node? Next, Leaf Leaf);record Leaf(int A);", "int F(Node x)record Node(Node? Next, Leaf Leaf);record Leaf(int? B);", "x.Leaf.A")]
    [InlineData("int F(int[,] x)", "int F(int[,,] x)", null)]
    [InlineData("int F((int, Dictionary<int, long?>) x)", "int F((int, Dictionary<int, string?>) x)", "x.Item2.Values[]")]
    public void A_difference_is_named_by_its_path(string caller, string worker, string? path) =>
        Assert.Equal(path, ContractCheck.Find(Schema.Parse(Task("Name=" + caller).Schema), Schema.Parse(Task("Name=" + worker).Schema))!.Path);

    [Fact]
    public void An_overload_keeps_its_name()
    {
        TaskIdentity[] tasks = Tasks("[PuddleTask] public static int F(int x) => x; [PuddleTask] public static int F(int x, int y = 2) => x;");

        Assert.All(tasks, static task => Assert.Empty(task.EarlierIds));
    }

    private static bool GoTogether(string caller, string worker)
    {
        TaskIdentity asked = Task(caller);
        TaskIdentity offered = Task(worker);
        bool isFound = asked.EarlierIds.Append(asked.Id).Intersect(offered.EarlierIds.Append(offered.Id)).Any();
        return isFound && ContractCheck.Find(Schema.Parse(asked.Schema), Schema.Parse(offered.Schema)) is null;
    }

    private static TaskIdentity Task(string code)
    {
        bool isNamed = code.StartsWith("Name=", StringComparison.Ordinal);
        string declaration = isNamed ? code["Name=".Length..] : code;
        int end = Enumerable.Range(1, declaration.Length).First(end => declaration[..end].Count(static c => c == '(') is > 0 and var open && declaration[..end].Count(static c => c == ')') == open);
        string attribute = isNamed ? "[PuddleTask(Name = \"f\")]" : "[PuddleTask]";
        return Tasks($"{attribute} public static {declaration[..end]} => throw null!;", declaration[end..].Replace("record", "public record", StringComparison.Ordinal).Replace("enum", "public enum", StringComparison.Ordinal)).Single();
    }

    private static TaskIdentity[] Tasks(string methods, string types = "") =>
    [
        .. DriverRun.On(TestCompilation.Library($"public static class Jobs {{ {methods} }} {types}"))
            .Result.TrackedSteps[TrackingNames.Tasks]
            .SelectMany(static run => run.Outputs)
            .Select(static output => ((TaskModel)output.Value).Identity),
    ];

    private static string[][] Rows([CallerFilePath] string thisFile = "") =>
    [
        .. File.ReadLines(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../docs", "contract.md"))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal) && !line.StartsWith("| change", StringComparison.Ordinal))
            .Select(static line => line.Trim('|', ' ').Split(" | ")),
    ];
}
