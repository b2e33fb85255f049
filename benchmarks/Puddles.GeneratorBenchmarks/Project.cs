using System.Globalization;
using System.Text;
using MessagePack;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles;

namespace Benchmarks;

/// <summary>A project of many tasks: ten to a file, each file with records of its own.</summary>
internal static class Project
{
    private const int TasksForEachFile = 10;

    private static readonly MetadataReference[] References =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(PuddleTaskAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(MessagePackWriter).Assembly.Location),
    ];

    public static CSharpParseOptions ParseOptions { get; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);

    public static CSharpCompilation Of(int tasks) => CSharpCompilation.Create(
        "Shop",
        Enumerable.Range(0, tasks / TasksForEachFile).Select(file => Parse(Source(file, "x", "Note"), file)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The project with another body in one method of its middle.</summary>
    public static CSharpCompilation WithBody(CSharpCompilation project, int edit) => With(project, edit, $"x + {edit}", "Note");

    /// <summary>The project with another member in one record of its middle.</summary>
    public static CSharpCompilation WithMember(CSharpCompilation project, int edit) => With(project, edit, "x", $"Note{edit}");

    private static CSharpCompilation With(CSharpCompilation project, int edit, string body, string member)
    {
        int file = project.SyntaxTrees.Length / 2;
        _ = edit;
        return project.ReplaceSyntaxTree(project.SyntaxTrees[file], Parse(Source(file, body, member), file));
    }

    private static SyntaxTree Parse(string source, int file) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{file}.cs", Encoding.UTF8);

    private static string Source(int file, string body, string member)
    {
        var source = new StringBuilder();
        source.AppendLine(CultureInfo.InvariantCulture, $$"""
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using Puddles;

            namespace Shop.Area{{file}};

            public sealed record Order(int Id, string Customer, List<Line> Lines, string? {{member}});

            public sealed record Line(string Product, decimal Price, Dictionary<string, int> Stock);

            public static class Jobs
            {
            """);
        for (int task = 0; task < TasksForEachFile; task++)
        {
            source.AppendLine(CultureInfo.InvariantCulture, $$"""
                    [PuddleTask]
                    public static async Task<Order> Ship{{task}}(Order order, double[] weights, int x = {{task}}, CancellationToken stop = default)
                    {
                        await Task.Delay({{(task == 0 ? body : "x")}}, stop);
                        return order with { Id = order.Id + weights.Length };
                    }
                """);
        }

        return source.AppendLine("}").ToString();
    }
}
