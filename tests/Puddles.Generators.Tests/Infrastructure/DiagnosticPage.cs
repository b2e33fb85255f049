using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>The page of one diagnostic, with its examples.</summary>
internal sealed class DiagnosticPage
{
    private const string JsonFence = "```json\n";

    private readonly string _text;

    public DiagnosticPage(string id, [CallerFilePath] string thisFile = "")
    {
        Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));
        string path = Path.Combine(Repository, "docs", "diagnostics", id + ".md");
        Assert.True(File.Exists(path), $"{id} has no page.");
        _text = File.ReadAllText(path);
    }

    public string Repository { get; }

    public string Title => _text[..(_text.IndexOf('\n', StringComparison.Ordinal) + 1)].TrimEnd();

    /// <summary>The manifest of the wrong example, which is that of the right one, too; null where there is none.</summary>
    public string? Manifest => _text.Contains(JsonFence, StringComparison.Ordinal) ? Block("## Wrong", JsonFence) : null;

    public CSharpCompilation Wrong => Compile(Example("## Wrong"));

    public CSharpCompilation Right => Compile(Example("## Right"));

    private string Example(string heading) => Block(heading, "```csharp\n");

    private string Block(string heading, string fence)
    {
        int section = _text.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(section >= 0, $"The page has no '{heading}'.");
        int start = _text.IndexOf(fence, section, StringComparison.Ordinal) + fence.Length;
        return _text[start.._text.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static CSharpCompilation Compile(string example)
    {
        LanguageVersion version = example.StartsWith("// LangVersion 13", StringComparison.Ordinal) ? LanguageVersion.CSharp13 : LanguageVersion.CSharp14;
        bool isProgram = ((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(example).GetRoot()).Members.OfType<GlobalStatementSyntax>().Any();
        return TestCompilation.Create(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, version, example);
    }
}
