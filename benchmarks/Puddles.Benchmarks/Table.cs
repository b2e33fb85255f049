using System.Globalization;

namespace Benchmarks;

/// <summary>The figures, a column for each contender.</summary>
internal static class Table
{
    private const double Mega = 1e6;

    private static readonly (string Figure, string Label, double Unit, string Format)[] Rows =
    [
        (Figures.RoundTripMedian, "awaited round trip, median, µs", 1, "N1"),
        (Figures.RoundTripToFloor, "  the same, times the C floor", 1, "N2"),
        (Figures.RoundTripP99, "awaited round trip, p99, µs", 1, "N1"),
        (Figures.CallsPerSecond, "100,000 calls in flight, calls/s", 1, "N0"),
        (Figures.FirstResult, "process start to first result, ms", 1, "N1"),
        (Figures.IdleWorkerBytes, "idle worker, resident, MB", Mega, "N1"),
        (Figures.ProgramBytes, "QuickStart, native, MB", Mega, "N1"),
    ];

    public static void Print(string[] names, Dictionary<string, double>[] figures)
    {
        Console.WriteLine();
        Console.WriteLine($"{Environment.ProcessorCount} processors, two workers, medians");
        Line("", names);
        foreach ((string figure, string label, double unit, string format) in Rows)
        {
            Line(label, [.. figures.Select(values => values.TryGetValue(figure, out double value)
                ? (value / unit).ToString(format, CultureInfo.InvariantCulture)
                : "")]);
        }
    }

    private static void Line(string label, string[] cells) =>
        Console.WriteLine($"{label,-36}{string.Concat(cells.Select(cell => $"{cell,20}"))}");
}
