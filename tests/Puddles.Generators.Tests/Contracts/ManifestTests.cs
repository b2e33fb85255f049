using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Emitting;
using Puddles.Generators.Model;
using Puddles.Generators.Parsing;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Contracts;

public class ManifestTests
{
    private const string Jobs = """
        public record Order(int Id, string? Note);

        public static class Jobs
        {
            [PuddleTask] public static void Z() { }
            [PuddleTask] public static Order Ship(Order order, string text = "\"\\ \u20AC", CancellationToken stop = default) => stop.IsCancellationRequested ? order : order;
        }
        """;

    [Fact]
    public void It_is_sorted_and_one_fact_to_a_line() => Assert.Equal(
        """
        {
          "version": 1,
          "assembly": "Shop",
          "tasks": [
            {
              "name": "Jobs.Ship(Order,string)",
              "id": "ID0",
              "earlierIds": ["ID1"],
              "contract": "ID2",
              "parameters": [
                { "name": "order", "type": "Order {Id: int, Note: string?}" },
                { "name": "text", "type": "string", "default": "%22%5C%22%5C%5C %E2%82%AC%22" }
              ],
              "result": "Order {Id: int, Note: string?}"
            },
            {
              "name": "Jobs.Z()",
              "id": "ID3",
              "contract": "ID4",
              "parameters": [],
              "result": "nothing"
            }
          ]
        }
        """,
        WithoutHashes(Manifest(Jobs)),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void What_was_written_is_read_back()
    {
        ManifestTask[] tasks = [.. Tasks(Jobs)];

        Assert.Equal(tasks.OrderBy(static task => task.Name, StringComparer.Ordinal), ManifestParser.Parse(ManifestEmitter.Emit("Shop", tasks)));
    }

    [Fact]
    public async Task Code_that_is_as_it_says_is_fine() => Assert.Empty(await Analyse(Jobs, Jobs));

    [Theory]
    [InlineData("Z()", "Z(int x = 1)", "PUD026", "has changed, in a way that earlier builds work with")]
    [InlineData("[PuddleTask] public static void Z()", "[PuddleTask] public static void New() { } [PuddleTask] public static void Z()", "PUD026", "Task 'Jobs.New()' is new.")]
    [InlineData("[PuddleTask] public static void Z()", "public static void Z()", "PUD025", "Task 'Jobs.Z()' does not keep the contract of Puddles.contract.json. It is gone.")]
    [InlineData("void Z()", "int Z()", "PUD025", "Earlier and later builds cannot work together: its result is 'nothing' in the manifest and 'int' in the code.")]
    [InlineData("string? Note)", "string? Note, int Weight = 1)", "PUD025", "Earlier and later builds cannot work together: its result differs: 'result.Weight' is missing in the manifest and 'int' in the code.")]
    [InlineData("Order Ship(Order order", "Order Ship(Order? order", "PUD025", "Earlier workers cannot take its calls: its parameter is 'order: Order {Id: int, Note: string?}?' in the code")]
    [InlineData("string? Note", "string? Note, string? More", "PUD026", "Ship(Order,string)' has changed")]
    public async Task A_change_is_told_by_what_it_does(string before, string after, string id, string expected)
    {
        Diagnostic found = Assert.Single(await Analyse(Jobs, Jobs.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(id, found.Id);
        Assert.Contains(expected, found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("[]")]
    [InlineData("""{ "version": 2, "tasks": [] }""")]
    [InlineData("""{ "version": 1, "tasks": [1] }""")]
    [InlineData("""{ "version": 1, "tasks": [] } x""")]
    public async Task One_that_cannot_be_read_is_out_of_date(string manifest)
    {
        Diagnostic found = Assert.Single(await Analysis.Of(TestCompilation.Library(Jobs), manifest));

        Assert.Equal("PUD026", found.Id);
        Assert.Contains("It cannot be read", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Throws<FormatException>(() => JsonReader.Read(new string('[', 1_000_000)));

    [Fact]
    public void It_is_printed_for_the_build_that_asks_for_it_alone()
    {
        CSharpCompilation compilation = TestCompilation.Library(Jobs);

        Assert.DoesNotContain(DriverRun.On(compilation).Sources, static source => source.HintName == "Contract.g.cs");
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([new PuddlesGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options, optionsProvider: new BuildProperty("PuddlesContract", "true"))
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Assert.Contains(driver.GetRunResult().Results[0].GeneratedSources, static source => source.HintName == "Contract.g.cs");
        Assert.DoesNotContain(output.GetDiagnostics(), static diagnostic => diagnostic.Location.SourceTree?.FilePath.Contains("Contract.g.cs", StringComparison.Ordinal) == true);
    }

    private static Task<Diagnostic[]> Analyse(string then, string now) => Analysis.Of(TestCompilation.Library(now), Manifest(then));

    private static string Manifest(string source) => ManifestEmitter.Emit("Shop", Tasks(source));

    private static IEnumerable<ManifestTask> Tasks(string source) =>
        DriverRun.On(TestCompilation.Library(source))
            .Result.TrackedSteps[TrackingNames.Tasks]
            .SelectMany(static run => run.Outputs)
            .Select(static output => ManifestTask.Of((TaskModel)output.Value));

    private static string WithoutHashes(string manifest)
    {
        int count = 0;
        return System.Text.RegularExpressions.Regex.Replace(manifest, "[0-9a-f]{16}", _ => $"ID{count++}");
    }
}
