using System.Diagnostics;
using Puddles;

namespace Benchmarks.Measuring;

/// <summary>Many calls in flight at once, each with a task of its own: how many a second.</summary>
internal static class Flood
{
    private const int Calls = 100_000;
    private const int WarmUpRounds = 2;
    private const int Rounds = 5;

    public static async Task<double> MeasureAsync(PuddlePool pool)
    {
        var rates = new List<double>();
        for (int round = -WarmUpRounds; round < Rounds; round++)
        {
            double rate = await RoundAsync(pool);
            if (round >= 0)
            {
                rates.Add(rate);
            }
        }

        return Figures.Median(rates);
    }

    private static async Task<double> RoundAsync(PuddlePool pool)
    {
        var tasks = new Task<int>[Calls];
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Calls; i++)
        {
            tasks[i] = Jobs.RunInc(i, pool);
        }

        int[] answers = await Task.WhenAll(tasks);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        for (int i = 0; i < Calls; i++)
        {
            Check.That(answers[i] == i + 1);
        }

        return Calls / seconds;
    }
}
