using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests;

/// <summary>Each example of the README is a whole program that compiles as it stands, in a new console project.</summary>
public sealed partial class ReadmeTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Examples => [.. Example().Matches(File.ReadAllText(Readme())).Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_and_no_analyzer_minds(string example)
    {
        CSharpCompilation program = TestCompilation.Program().AddSyntaxTrees(Parse(example, "Program.cs"), Parse(ImplicitUsings, "Usings.cs"));

        // The one about test projects has no entry point of its own in a user's hands.
        Assert.All(await Analysis.Of(program), diagnostic => Assert.True(
            diagnostic.Id == "PUD015" && example.Contains("InProcessPool", StringComparison.Ordinal), diagnostic.ToString()));
        DriverRun.On(program).AssertCompiles();
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14), path);

    private static string Readme([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "README.md");

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
