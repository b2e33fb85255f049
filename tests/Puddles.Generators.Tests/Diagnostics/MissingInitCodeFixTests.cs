using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.CodeFixes;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

public class MissingInitCodeFixTests
{
    private const string Jobs = "\ninternal static class Jobs { [PuddleTask] internal static int Square(int x) => x * x; }";

    [Theory]
    [InlineData("Console.WriteLine();" + Jobs)]
    [InlineData("await Task.Yield();\nPuddle.Init();" + Jobs)]
    [InlineData("internal static class P { static void Main() { Console.WriteLine(); } }" + Jobs)]
    [InlineData("internal static class P { static async Task Main() { await Task.Yield(); } }" + Jobs)]
    [InlineData("internal static class P { static void Main() { } }" + Jobs)]
    public async Task Mends_the_program(string source)
    {
        CSharpCompilation wrong = TestCompilation.Program(source);
        Diagnostic found = (await Analysis.Of(wrong)).Single();

        string mended = (await Fix(source, found))!;

        Assert.Empty(await Analysis.OfProgram(mended[TestCompilation.Prelude.Length..]));
        DriverRun.On(TestCompilation.Program(mended[TestCompilation.Prelude.Length..])).AssertCompiles();
    }

    private static async Task<string?> Fix(string source, Diagnostic found)
    {
        using var workspace = new AdhocWorkspace();
        Document document = workspace
            .AddProject("Shop", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.Program("").SyntaxTrees[0].Options)
            .AddDocument("File0.cs", TestCompilation.Prelude + source);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        Diagnostic here = Diagnostic.Create(found.Descriptor, Location.Create(tree, found.Location.SourceSpan));
        CodeAction? action = null;
        await new MissingInitCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, here, (registered, _) => action = registered, default));
        Assert.NotNull(action);
        ApplyChangesOperation change = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        return (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }
}
