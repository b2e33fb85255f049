using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Puddles.Faults.Tests;

public sealed partial class ReliabilityPageTests
{
    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        string repository = Repository();
        string page = File.ReadAllText(Path.Combine(repository, "docs", "reliability.md"));
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(repository, "tests"), "*Tests*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText)];

        string[] named = [.. TestName().Matches(page).Select(match => match.Groups[1].Value).Distinct()];

        Assert.True(named.Length > 30, $"Only {named.Length} tests were found on the page.");
        Assert.All(named, name =>
        {
            string[] parts = name.Split('.');
            Assert.True(
                sources.Any(source => Regex.IsMatch(source, $@"class {parts[0]}\b") && Regex.IsMatch(source, $@"(void|Task) {parts[1]}\(")),
                $"docs/reliability.md names {name}, which is not there.");
        });
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex TestName();

    private static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
