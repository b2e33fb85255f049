using Puddles;

namespace Benchmarks.Measuring;

/// <summary>Measures this very program with a pool of two workers; run once compiled just in time and once native.</summary>
internal static class PoolMeasurement
{
    public const string Argument = "--measure";

    public const int Workers = 2;

    public static async Task<Dictionary<string, double>> RunAsync()
    {
        await using var pool = new ProcessPool(new() { Workers = Workers });
        (double median, double p99) = await RoundTrip.MeasureAsync(pool);
        return new Dictionary<string, double>
        {
            [Figures.RoundTripMedian] = median,
            [Figures.RoundTripP99] = p99,
            [Figures.CallsPerSecond] = await Flood.MeasureAsync(pool),
            [Figures.IdleWorkerBytes] = await IdleWorker.MeasureAsync(),
        };
    }
}
