using System.Globalization;
using System.Text;
using Benchmarks.Results;
using Benchmarks.Works;

namespace Benchmarks.Reporting;

/// <summary>The figures for a terminal: a row for each contender, medians, and how far the passes lie apart.</summary>
internal static class PlainTable
{
    private const int Widest = 30;

    public static string Of(RunResults results)
    {
        Figure[] figures = Rows.FiguresOf(results);
        List<string[]> rows = Rows.Of(results, figures);
        int[] widths = [.. Enumerable.Range(0, figures.Length + 1).Select(column => Math.Min(Widest, rows.Max(row => row[column].Length)))];
        var text = new StringBuilder().AppendLine().AppendLine(Rows.Heading(results));
        foreach (string[] row in rows)
        {
            text.Append(row[0].PadRight(widths[0]));
            for (int i = 1; i < row.Length; i++)
            {
                text.Append("  ").Append(row[i].PadLeft(widths[i]));
            }

            text.AppendLine();
        }

        foreach (Omission skipped in results.Skipped)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"skipped {skipped.What}: {skipped.Why}");
        }

        foreach (Omission failure in results.Failures)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"failed  {failure.What}: {failure.Why}");
        }

        return text.ToString();
    }
}
