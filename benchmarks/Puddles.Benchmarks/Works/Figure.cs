using System.Globalization;

namespace Benchmarks.Works;

/// <summary>A figure as people read it: a column of the table.</summary>
/// <param name="Key">The work and the figure in it.</param>
/// <param name="Label">What it is.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Scale">How many of what is measured make one of that unit.</param>
/// <param name="HigherIsBetter">Which way is good.</param>
internal sealed record Figure(string Key, string Label, string Unit, double Scale = 1, bool HigherIsBetter = false)
{
    public static IReadOnlyList<Figure> All { get; } =
    [
        new("roundtrip.p50", "round trip p50", "µs"),
        new("roundtrip.p99", "p99", "µs"),
        new("roundtrip.p999", "p99.9", "µs"),
        new("rested.p50", "after 50 ms idle", "µs"),
        new("flood.rate", "a future each", "k/s", 1e3, HigherIsBetter: true),
        new("list.rate", "one list", "k/s", 1e3, HigherIsBetter: true),
        new("echo1.rate", "1 MiB echo", "MB/s", HigherIsBetter: true),
        new("echo64.rate", "64 MiB echo", "MB/s", HigherIsBetter: true),
        new("first.ms", "first result", "ms"),
        new("idle.bytes", "idle worker", "MB", 1e6),
        new("idle.cpu", "idle pool of 8", "ms/10 s"),
        new("speedup.ratio", "1 to N cores", "×", HigherIsBetter: true),
        new("mixed.single", "short on one", "ms"),
        new("mixed.without", "short on two", "ms"),
        new("mixed.with", "beside long", "ms"),
    ];

    public string Work => Key.Split('.')[0];

    /// <summary>A value of this figure, with three digits that count.</summary>
    public string Format(double value)
    {
        double scaled = value / Scale;
        string format = Math.Abs(scaled) switch { 0 => "0", < 10 => "N2", < 100 => "N1", _ => "N0" };
        return scaled.ToString(format, CultureInfo.InvariantCulture);
    }
}
