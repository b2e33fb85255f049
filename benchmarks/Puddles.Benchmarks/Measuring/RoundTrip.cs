using System.Diagnostics;
using Puddles;

namespace Benchmarks.Measuring;

/// <summary>One awaited call after the other, in microseconds.</summary>
internal static class RoundTrip
{
    /// <summary>Long enough for the JIT to have compiled everything twice.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private const int Rounds = 5;
    private const int Calls = 4000;

    public static async Task<(double Median, double P99)> MeasureAsync(PuddlePool pool)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmUp)
        {
            await Jobs.RunInc(1, pool);
        }

        var medians = new List<double>();
        var p99s = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            double[] times = await RoundAsync(pool);
            medians.Add(Figures.Percentile(times, 0.5));
            p99s.Add(Figures.Percentile(times, 0.99));
        }

        return (Figures.Median(medians), Figures.Median(p99s));
    }

    private static async Task<double[]> RoundAsync(PuddlePool pool)
    {
        var times = new double[Calls];
        for (int i = 0; i < Calls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            int answer = await Jobs.RunInc(i, pool);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            Check.That(answer == i + 1);
        }

        return times;
    }
}
