using System.Globalization;
using System.Text.RegularExpressions;
using Benchmarks.Results;

namespace Benchmarks.Reporting;

/// <summary>The page about performance: people write the text, and what stands between its marks is made from the figures.</summary>
internal static partial class PerformancePage
{
    public static string Fill(string page, RunResults results) => Mark().Replace(page, block =>
        $"{block.Groups["open"].Value}\n{Of(block.Groups["name"].Value, results)}\n{block.Groups["close"].Value}");

    private static string Of(string name, RunResults results) => name switch
    {
        "machine" => OfMachine(results),
        "targets" => MarkdownTable.Of(results, Targets.All),
        "figures" => $"{Rows.Heading(results)}.\n\n{MarkdownTable.Of(results)}",
        "versions" => OfVersions(results),
        _ => throw new InvalidOperationException($"docs/performance.md asks for '{name}', which nothing makes."),
    };

    private static string OfMachine(RunResults results) => string.Create(
        CultureInfo.InvariantCulture,
        $"Measured on {results.Date}: {results.Machine.Processor}, {results.Machine.Cores} processors, {results.Machine.MemoryBytes / 1e9:N0} GB, {results.Machine.System}, {results.Machine.Framework}; {results.Passes} pass(es){(results.Quick ? ", quick" : "")}.");

    private static string OfVersions(RunResults results)
    {
        IEnumerable<string> versions = results.Contenders
            .Where(contender => contender.Version.Length > 0)
            .Select(contender => $"{contender.Name} {contender.Version}");
        IEnumerable<string> missing = results.Skipped.Concat(results.Failures).Select(omission => $"- {omission.What}: {omission.Why}");
        return $"Versions: {string.Join("; ", versions)}.{string.Concat(missing.Select(line => $"\n{line}"))}";
    }

    [GeneratedRegex("(?<open><!-- made from results.json: (?<name>[a-z]+) -->).*?(?<close><!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex Mark();
}
