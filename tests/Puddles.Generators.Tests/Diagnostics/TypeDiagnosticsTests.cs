using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class TypeDiagnosticsTests
{
    [Theory]
    [InlineData("object x", "'object' is object")]
    [InlineData("dynamic x", "'dynamic' is dynamic")]
    [InlineData("Action x", "'Action' is a delegate")]
    [InlineData("Span<int> x", "'Span<int>' is a ref struct")]
    [InlineData("Action[,] x", "'Action[,][]' is a delegate")]
    [InlineData("HashSet<Action> x", "'HashSet<Action>[]' is a delegate")]
    [InlineData("PriorityQueue<Action, int> x", "[].Item1' is a delegate")]
    [InlineData("Tuple<int, Action> x", "'Tuple<int, Action>.Item2' is a delegate")]
    [InlineData("Lazy<Action> x", "'Lazy<Action>.Value' is a delegate")]
    [InlineData("nint x", "'nint' is a native integer")]
    [InlineData("IDisposable x", "'IDisposable' is an interface")]
    [InlineData("IProgress<int> x", "'IProgress<int>' is an interface")]
    [InlineData("System.IO.Stream x", "'Stream' is a stream")]
    [InlineData("System.IO.MemoryStream x", "'MemoryStream' is a stream")]
    [InlineData("System.IO.StreamReader x", "'StreamReader' is a stream")]
    [InlineData("IEnumerator<int> x", "'IEnumerator<int>' is an enumerator")]
    [InlineData("Task<int> x", "'Task<int>' is a task, which nobody can wait for")]
    [InlineData("Type x", "'Type' is a type, and code")]
    [InlineData("UriBuilder x", "a type of a library that is not supported yet")]
    [InlineData("System.Runtime.CompilerServices.StrongBox<int> x", "a type of a library that is not supported yet")]
    [InlineData("Dictionary<string, List<Action>> x", "'Dictionary<string, List<Action>>.Values[][]' is a delegate")]
    [InlineData("(int A, Action B) x", "'(int A, Action B).B' is a delegate")]
    [InlineData("int?[] x, Own.List y", "'List' is a collection of its own kind")]
    [InlineData("Own.Lost x", "'Lost.X' is a member that can be read but not set")]
    [InlineData("Own.LostField x", "'LostField.X' is a member that can be read but not set")]
    [InlineData("Own.NoConstructor x", "'NoConstructor' is a type that cannot be made from its members")]
    [InlineData("Own.Base x", "'Base' is an abstract class")]
    [InlineData("Own.Order x", "'Order.Lines[].Product.Tag' is a delegate")]
    public async Task Fires(string parameters, string expected)
    {
        Diagnostic[] found = await Analysis.OfTask($"internal static void F({parameters}) {{ }}", Types);

        Assert.Equal(["PUD005"], found.Select(diagnostic => diagnostic.Id));
        Assert.Contains(expected, found[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_names_parameter_task_and_path() =>
        Assert.Equal(
            "Parameter 'order' of task 'Jobs.Ship(int, Order)' cannot be passed: 'Order.Lines[].Product.Tag' is a delegate, and code cannot be passed: make what it does a task of its own",
            (await Analysis.OfTask("internal static void Ship(int id, Own.Order order) { }", Types)).Single().GetMessage(null));

    [Fact]
    public async Task A_result_is_named_as_one() =>
        Assert.StartsWith(
            "The result of task 'Jobs.F()' cannot be passed: 'Action' is",
            (await Analysis.OfTask("internal static Task<Action> F() => null!;")).Single().GetMessage(null),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Task<Task>", "'Task' is a task")]
    [InlineData("ValueTask<Task<int>>", "'Task<int>' is a task")]
    [InlineData("System.Collections.IEnumerator", "'IEnumerator' is an enumerator")]
    [InlineData("(int, object?)[]", "'(int, object?)[][].Item2' is object")]
    public async Task A_result_that_nobody_could_read_is_refused(string result, string expected)
    {
        Diagnostic found = (await Analysis.OfTask($"internal static {result} F() => default!;")).Single();

        Assert.Equal("PUD005", found.Id);
        Assert.Contains(expected, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_cannot_be_named_is_named_with_its_path()
    {
        Diagnostic found = (await Analysis.OfLibrary("public static class Jobs { [PuddleTask] public static void F(Order[] orders) { } public record Order(List<Hidden> All); private record Hidden; }")).Single();

        Assert.Contains("'Order[][].All' is of the type 'List<Hidden>'", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_a_referenced_assembly_is_not_lost_either()
    {
        using var image = new MemoryStream();
        Assert.True(TestCompilation.Library("namespace Own; /// <summary>It.</summary>\npublic class Lost { /// <summary>It.</summary>\npublic int X { get; } = 1; }")
            .WithAssemblyName("Own").Emit(image, options: new(metadataOnly: true, includePrivateMembers: false)).Success);
        CSharpCompilation code = TestCompilation.Library("internal static class Jobs { [PuddleTask] internal static void F(Own.Lost x) { } }")
            .AddReferences(MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Contains("'Lost.X' is a member that can be read but not set", (await Analysis.Of(code)).Single().GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_at_the_parameter()
    {
        Diagnostic found = (await Analysis.OfTask("internal static void F(int x, Action wrong) { }")).Single();

        Assert.Equal("wrong", found.Location.SourceTree!.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task Types_that_the_compiler_does_not_know_are_left_to_it() =>
        Assert.Empty(await Analysis.OfTask("internal static void F(Unknown x, List<Unknown> y) { }"));

    private const string Types = """
        namespace Own
        {
            internal class List : List<int>;
            internal class Lost { public int X { get; } = 1; }
            internal class LostField { public readonly int X = 1; }
            internal class NoConstructor { public NoConstructor(string other) { } public int X { get; set; } }
            internal abstract class Base;
            internal record Order(Line[] Lines);
            internal record Line(Product Product);
            internal record Product(string Name, Action? Tag);
        }
        """;
}
