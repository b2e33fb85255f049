using System.Globalization;
using Benchmarks.Contenders;
using Benchmarks.Results;

namespace Benchmarks.Reporting;

/// <summary>The targets, each a ratio within one run on one machine where it can be.</summary>
internal static class Targets
{
    private const string Native = "puddles-native";

    private static readonly ContenderKind[] Processes = [ContenderKind.ProcessPool, ContenderKind.Rpc];

    public static IReadOnlyList<Target> All { get; } =
    [
        new("awaited round trip, hot, p50", "1/40 of the best process peer", results =>
            results.Best("roundtrip.p50", false, Processes) is { } best
                ? AtLeast(40, best.Value / results.Median(Native, "roundtrip.p50"), $"1/{{0}} of {best.Contender.Name}") : null),
        new("", "≤ 8× the C spinning floor", results => AtMost(8, Ratio(results, "roundtrip.p50", "c-spin"), "{0}×")),
        new("awaited round trip after 50 ms idle, p50", "≤ 1.3× the C blocked-socket floor", results =>
            AtMost(1.3, Ratio(results, "rested.p50", "c-socket"), "{0}×")),
        new("tiny calls, a future each", "≥ 1,500,000/s", results => AtLeast(1_500_000, results.Median(Native, "flood.rate"), "{0}/s")),
        new("", "≥ 50× the best process pool", results =>
            results.Best("flood.rate", true, ContenderKind.ProcessPool) is { } best
                ? AtLeast(50, results.Median(Native, "flood.rate") / best.Value, $"{{0}}× {best.Contender.Name}") : null),
        new("", "≥ 10× StreamJsonRpc", results => AtLeast(10, Ratio(results, "flood.rate", "streamjsonrpc"), "{0}×")),
        new("a million tiny calls as one list", "faster than multiprocessing's chunked `map`", results =>
            AtLeast(1, Ratio(results, "list.rate", "multiprocessing"), "{0}×")),
        new("1 MiB echo", "≥ 8× the best process peer", results =>
            results.Best("echo1.rate", true, Processes) is { } best
                ? AtLeast(8, results.Median(Native, "echo1.rate") / best.Value, $"{{0}}× {best.Contender.Name}") : null),
        new("", "≥ 1.5× piscina's threads", results => AtLeast(1.5, Ratio(results, "echo1.rate", "piscina"), "{0}×")),
        new("", "≥ 50% of the memcpy floor", results => AtLeast(50, 100 * Ratio(results, "echo1.rate", "c-memcpy"), "{0}%")),
        new("program start to first result, native", "≤ 20 ms", results => AtMost(20, results.Median(Native, "first.ms"), "{0} ms")),
        new("idle native worker", "≤ 12 MB resident", results => AtMost(12, results.Median(Native, "idle.bytes") / 1e6, "{0} MB")),
        new("idle pool of 8", "no measurable CPU in 10 s: less than a tick of 10 ms", results =>
            AtMost(10, results.Median(Native, "idle.cpu"), "{0} ms")),
        new("1 to N cores, tasks of 1 ms", "≥ 90% of linear", results =>
            results.Median(Native, "speedup.ratio") is { } ratio
                ? AtLeast(90, 100 * ratio / results.Machine.PhysicalCores, $"{{0}}% with {results.Machine.PhysicalCores}") : null),
        new("mixed: one task of 1 s and 10,000 of 10 µs on two workers", "short ones done as on the other worker alone: ≤ 1.1×", results =>
            AtMost(1.1, results.Median(Native, "mixed.with") / results.Median(Native, "mixed.single"), "{0}×")),
        new("JIT", "round trip within 1.5× of native", results => AtMost(1.5, Ratio(results, "roundtrip.p50", "puddles-jit", over: true), "{0}×")),
        new("", "calls a second within 1.5× of native", results => AtMost(1.5, Ratio(results, "flood.rate", "puddles-jit"), "{0}×")),
    ];

    /// <summary>Native Puddles over another; or, if <paramref name="over"/>, the other over native Puddles.</summary>
    private static double? Ratio(RunResults results, string figure, string other, bool over = false)
    {
        double? ratio = results.Median(Native, figure) / results.Median(other, figure);
        return over ? 1 / ratio : ratio;
    }

    private static Verdict? AtLeast(double wanted, double? measured, string words) => Judge(measured, words, value => value >= wanted);

    private static Verdict? AtMost(double wanted, double? measured, string words) => Judge(measured, words, value => value <= wanted);

    private static Verdict? Judge(double? measured, string words, Func<double, bool> isMet) => measured is { } value && double.IsFinite(value)
        ? new Verdict(string.Format(CultureInfo.InvariantCulture, words, value.ToString(value < 10 ? "N2" : "N0", CultureInfo.InvariantCulture)), isMet(value))
        : null;
}
