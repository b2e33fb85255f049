using System.IO.Compression;
using System.Xml.Linq;
using Puddles.Package.Tests.Support;

namespace Puddles.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class PackageContentTests(PuddlesPackage package)
{
    [Fact]
    public void It_holds_runtime_generator_code_fix_targets_documentation_and_readme_and_nothing_else()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Path);
        string[] files = [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
                && !name.StartsWith("package/", StringComparison.Ordinal)
                && !name.StartsWith("docs/diagnostics/", StringComparison.Ordinal)
                && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];

        Assert.Equal(
            [
                "Puddles.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Puddles.CodeFixes.dll",
                "analyzers/dotnet/cs/Puddles.Generators.dll",
                "build/Puddles.targets",
                "buildTransitive/Puddles.targets",
                "lib/net10.0/Puddles.Runtime.dll",
                "lib/net10.0/Puddles.Runtime.xml",
            ],
            files);
    }

    [Fact]
    public void It_holds_the_page_of_every_diagnostic()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Path);
        string[] pages = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

        Assert.NotEmpty(pages);
        Assert.Equal(pages, archive.Entries.Where(entry => entry.FullName.StartsWith("docs/diagnostics/", StringComparison.Ordinal)).Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_depends_on_MessagePack_alone()
    {
        XElement metadata = Nuspec().Root!.Elements().Single();
        XElement dependency = metadata.Descendants().Single(element => element.Name.LocalName == "dependency");

        Assert.Equal("MessagePack", dependency.Attribute("id")!.Value);
        Assert.Equal("2.5.307", dependency.Attribute("version")!.Value);
    }

    [Fact]
    public void It_is_a_library_under_the_MIT_licence_that_programs_keep_at_run_time()
    {
        Dictionary<string, string> values = Nuspec().Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal("Puddles", values["id"]);
        Assert.Equal("MIT", values["license"]);
        Assert.Equal("README.md", values["readme"]);
        Assert.NotEqual("true", values.GetValueOrDefault("developmentDependency"));
    }

    [Fact]
    public void Its_symbols_are_a_package_beside_it()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.SymbolsPath);

        Assert.Contains(archive.Entries, entry => entry.FullName == "lib/net10.0/Puddles.Runtime.pdb");
    }

    [Fact]
    public void Packing_it_warns_of_nothing() =>
        Assert.DoesNotContain("warning", package.PackOutput, StringComparison.OrdinalIgnoreCase);

    private XDocument Nuspec()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.Path);
        using Stream nuspec = archive.GetEntry("Puddles.nuspec")!.Open();
        return XDocument.Load(nuspec);
    }
}
