using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Puddles.Generators.Diagnostics;
using Puddles.Generators.Tests.Infrastructure;

namespace Puddles.Generators.Tests.Diagnostics;

/// <summary>A diagnostic is born with its descriptor, its release row, its page and its examples.</summary>
public class CatalogueTests
{
    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(PuddleDiagnostics)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>(),
    ];

    public static TheoryData<string> Ids => new(All.Select(descriptor => descriptor.Id));

    [Fact]
    public void Ids_are_unique() =>
        Assert.Equal(All.Length, All.Select(descriptor => descriptor.Id).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Analyzers_report_all_of_them() =>
        Assert.Equal(
            All.Select(descriptor => descriptor.Id).Order(),
            Analysis.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_has_its_page_link_and_release_row(string id)
    {
        DiagnosticDescriptor descriptor = All.Single(descriptor => descriptor.Id == id);
        var page = new DiagnosticPage(id);

        Assert.Equal($"# {id}: {descriptor.Title}", page.Title);
        Assert.Equal($"docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        string[] rows = [.. Directory.GetFiles(Path.Combine(page.Repository, "src/Puddles.Generators"), "AnalyzerReleases.*.md").SelectMany(File.ReadAllLines)];
        Assert.Contains($"{id} | Puddles | {descriptor.DefaultSeverity} | {descriptor.Title}", rows);
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.Title} |", File.ReadAllLines(Path.Combine(page.Repository, "docs/diagnostics/README.md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_wrong_example_reports_it_and_nothing_else(string id)
    {
        var page = new DiagnosticPage(id);
        Diagnostic[] found = await Analysis.Of(page.Wrong, page.Manifest);

        Assert.Equal([id], found.Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_right_example_compiles_and_reports_nothing(string id)
    {
        CSharpCompilation right = new DiagnosticPage(id).Right;

        Assert.Empty(await Analysis.Of(right));
        DriverRun.On(right).AssertCompiles();
    }
}
