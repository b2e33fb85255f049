using Benchmarks.Results;
using Benchmarks.Works;

namespace Benchmarks.Reporting;

/// <summary>Tables as Markdown writes them.</summary>
internal static class MarkdownTable
{
    public static string Of(RunResults results)
    {
        Figure[] figures = Rows.FiguresOf(results);
        List<string[]> rows = Rows.Of(results, figures);
        IEnumerable<string> heads = rows[0].Zip(rows[1], (label, unit) => unit.Length > 0 ? $"{label}, {unit}" : label);
        return Of(heads, rows.Skip(2), rightFrom: 1);
    }

    public static string Of(RunResults results, IReadOnlyList<Target> targets) => Of(
        ["work", "target", "measured", "met"],
        targets.Select(target => target.Judge(results) is { } verdict
            ? (string[])[target.Work, target.Wanted, verdict.Measured, verdict.Met ? "yes" : "**no**"]
            : [target.Work, target.Wanted, "not measured", ""]),
        rightFrom: int.MaxValue);

    private static string Of(IEnumerable<string> heads, IEnumerable<string[]> rows, int rightFrom)
    {
        string[] first = [.. heads];
        IEnumerable<string> lines =
        [
            Line(first),
            Line([.. first.Select((_, column) => column >= rightFrom ? "---:" : "---")]),
            .. rows.Select(Line),
        ];
        return string.Join('\n', lines);
    }

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
