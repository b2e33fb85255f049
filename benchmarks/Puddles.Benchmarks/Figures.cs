using System.Globalization;

namespace Benchmarks;

/// <summary>Figures by name, as every contender writes them to its standard output: <c>name=value</c>, one to a line.</summary>
internal static class Figures
{
    public const string RoundTripMedian = "round-trip-p50";
    public const string RoundTripP99 = "round-trip-p99";
    public const string RoundTripToFloor = "round-trip-to-floor";
    public const string CallsPerSecond = "calls-per-second";
    public const string FirstResult = "first-result";
    public const string IdleWorkerBytes = "idle-worker-bytes";
    public const string ProgramBytes = "program-bytes";

    public static void Write(Dictionary<string, double> figures)
    {
        foreach ((string name, double value) in figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
        }
    }

    public static Dictionary<string, double> Read(string output) => output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split('='))
        .Where(parts => parts.Length == 2)
        .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));

    /// <summary>The middle of several; of an even number, the lower of the two.</summary>
    public static double Median(IEnumerable<double> values) => Percentile([.. values], 0.5);

    public static double Percentile(double[] values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)((sorted.Length - 1) * share)];
    }
}
