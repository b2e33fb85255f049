using System.Globalization;
using Benchmarks.Results;
using Benchmarks.Works;

namespace Benchmarks.Reporting;

/// <summary>The cells of the table, however it is printed.</summary>
internal static class Rows
{
    /// <summary>Passes that lie closer together than this are not worth a word.</summary>
    private const double WorthAWord = 0.05;

    /// <summary>The figures that anyone has.</summary>
    public static Figure[] FiguresOf(RunResults results) =>
        [.. Figure.All.Where(figure => results.Contenders.Any(contender => contender.Figures.ContainsKey(figure.Key)))];

    public static string Heading(RunResults results) =>
        $"{results.Machine.Cores} processors ({results.Machine.Processor}), two workers each, medians of {results.Passes}; ± half of least to most where that is 5% or more";

    /// <summary>Labels, units, then a row for each contender.</summary>
    public static List<string[]> Of(RunResults results, Figure[] figures) =>
    [
        ["", .. figures.Select(figure => figure.Label)],
        ["", .. figures.Select(figure => figure.Unit)],
        .. results.Contenders.Select(contender => (string[])[contender.Name, .. figures.Select(figure => Cell(contender, figure))]),
    ];

    private static string Cell(Measured contender, Figure figure)
    {
        if (!contender.Figures.TryGetValue(figure.Key, out Series? series))
        {
            return "";
        }

        string spread = series.Spread() >= WorthAWord ? string.Create(CultureInfo.InvariantCulture, $" ±{series.Spread() * 100:N0}%") : "";
        return figure.Format(series.Median) + spread;
    }
}
