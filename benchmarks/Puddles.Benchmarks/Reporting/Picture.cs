using System.Globalization;
using System.Net;
using System.Text;
using Benchmarks.Results;
using Benchmarks.Works;

namespace Benchmarks.Reporting;

/// <summary>Bars on logarithmic scales, a panel for each of the figures that matter most, readable on light and on dark.</summary>
internal static class Picture
{
    private const int Columns = 2;
    private const int PanelWidth = 560;
    private const int NameWidth = 196;
    private const int ValueWidth = 80;
    private const int BarWidth = PanelWidth - NameWidth - ValueWidth - 24;
    private const int RowHeight = 19;
    private const int HeadHeight = 44;
    private const int Gap = 18;

    private const string Style = """
        <style>
          text { font: 12px system-ui, sans-serif; fill: #1f2328 }
          .title { font-size: 14px; font-weight: 600 } .note { font-size: 11px; fill: #59636e } .own { font-weight: 600 }
          .ground { fill: #ffffff } .Puddles { fill: #0969da } .ProcessPool, .Rpc, .FreshProcess { fill: #8c959f }
          .ThreadPool { fill: #bf8700 } .Floor { fill: none; stroke: #8c959f }
          @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .note { fill: #9198a1 } .ground { fill: #0d1117 } .Puddles { fill: #4493f8 }
            .ProcessPool, .Rpc, .FreshProcess { fill: #656c76 } .ThreadPool { fill: #d29922 } .Floor { stroke: #9198a1 }
          }
        </style>
        """;

    private static readonly (string Figure, string Title)[] Panels =
    [
        ("roundtrip.p50", "Awaited round trip, median"),
        ("rested.p50", "Awaited round trip after 50 ms idle, median"),
        ("flood.rate", "Tiny calls with a future each"),
        ("list.rate", "Tiny calls as one list"),
        ("echo1.rate", "1 MiB there and back"),
        ("first.ms", "Program start to first result"),
    ];

    public static string Of(RunResults results)
    {
        var bodies = new List<(string Svg, int Height)>();
        foreach ((string key, string title) in Panels)
        {
            Figure figure = Figure.All.Single(candidate => candidate.Key == key);
            Measured[] ranked = [.. results.Contenders
                .Where(contender => contender.Median(key) is > 0)
                .OrderBy(contender => figure.HigherIsBetter ? -contender.Median(key)!.Value : contender.Median(key)!.Value)];
            bodies.Add((Panel(figure, title, ranked), HeadHeight + (ranked.Length * RowHeight) + Gap));
        }

        var svg = new StringBuilder();
        int y = Gap;
        foreach ((string Svg, int Height)[] line in bodies.Chunk(Columns))
        {
            for (int column = 0; column < line.Length; column++)
            {
                svg.Append(Invariant($"<g transform=\"translate({Gap + (column * PanelWidth)} {y})\">\n{line[column].Svg}</g>\n"));
            }

            y += line.Max(panel => panel.Height);
        }

        int width = (Columns * PanelWidth) + Gap;
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" width="{width}" height="{y}" role="img" aria-label="Puddles and its peers">
            {Style}
            <rect class="ground" width="100%" height="100%"/>
            {svg}</svg>

            """).ReplaceLineEndings("\n");
    }

    private static string Panel(Figure figure, string title, Measured[] ranked)
    {
        var svg = new StringBuilder();
        string way = figure.HigherIsBetter ? "more is better" : "less is better";
        svg.Append(Invariant($"<text class=\"title\" y=\"14\">{title}</text>\n<text class=\"note\" y=\"31\">{figure.Unit}, logarithmic; {way}</text>\n"));
        double[] values = [.. ranked.Select(contender => contender.Median(figure.Key)!.Value)];
        for (int i = 0; i < ranked.Length; i++)
        {
            int y = HeadHeight + (i * RowHeight);
            double length = Length(values[i], values);
            string weight = ranked[i].Kind == Contenders.ContenderKind.Puddles ? " class=\"own\"" : "";
            svg.Append(Invariant($"<text x=\"{NameWidth - 8}\" y=\"{y + 10}\" text-anchor=\"end\"{weight}>{WebUtility.HtmlEncode(ranked[i].Name)}</text>"));
            svg.Append(Invariant($"<rect class=\"{ranked[i].Kind}\" x=\"{NameWidth}\" y=\"{y}\" width=\"{length:0.#}\" height=\"12\"/>"));
            svg.Append(Invariant($"<text x=\"{NameWidth + length + 6:0.#}\" y=\"{y + 10}\"{weight}>{figure.Format(values[i])}</text>\n"));
        }

        return svg.ToString();
    }

    /// <summary>The smallest keeps a bar that can be seen.</summary>
    private static double Length(double value, double[] all)
    {
        double least = Math.Log10(all.Min()) - 0.25, most = Math.Log10(all.Max());
        return BarWidth * (Math.Log10(value) - least) / (most - least);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
