using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Puddles.Generators.Diagnostics;

namespace Puddles.Generators.Tests.Infrastructure;

/// <summary>Runs the analyzers as a build does: over the code and what is generated for it.</summary>
internal static class Analysis
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new PuddleTaskAnalyzer(), new EntryPointAnalyzer(), new HeadAnalyzer(), new ContractAnalyzer(), new SurpriseAnalyzer(), new StaticStateAnalyzer()];

    /// <summary>What the analyzers say, by id.</summary>
    public static async Task<Diagnostic[]> Of(CSharpCompilation compilation, string? manifest = null)
    {
        var options = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        CSharpGeneratorDriver
            .Create([new PuddlesGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        ImmutableArray<Diagnostic> all = await output.WithAnalyzers(Analyzers, new AnalyzerOptions(manifest is null ? [] : [new TextFile("Puddles.contract.json", manifest)])).GetAnalyzerDiagnosticsAsync();
        return [.. all.OrderBy(diagnostic => diagnostic.Id, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    public static Task<Diagnostic[]> OfLibrary(string source) => Of(TestCompilation.Library(source));

    public static Task<Diagnostic[]> OfProgram(string source) => Of(TestCompilation.Program(source));

    public static Task<Diagnostic[]> OfTask(string method, string types = "") =>
        OfLibrary($"internal static class Jobs {{ [PuddleTask] {method} }} {types}");
}
