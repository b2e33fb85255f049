using System.Diagnostics;

namespace Peers;

/// <summary>Tasks that compute: whether more workers do more, and whether a long one is in the way of short ones.</summary>
internal static class Computing
{
    private const int LongTaskMilliseconds = 1000;

    public static async Task<Dictionary<string, double>?> SpeedUpAsync(Given given, Func<int, Task<IPeer>> open)
    {
        int rounds = (int)RoundsInAMillisecond();
        double one = await RateAsync(1);
        double all = await RateAsync(given.Workers);
        return new() { ["one"] = one, ["all"] = all, ["ratio"] = all / one };

        async Task<double> RateAsync(int workers)
        {
            await using IPeer peer = await open(workers);
            await BurnAsync(peer, 100 * workers, rounds);
            int tasks = (int)(1000 * given.Seconds) * workers;
            long start = Stopwatch.GetTimestamp();
            await BurnAsync(peer, tasks, rounds);
            return tasks / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }

    public static async Task<Dictionary<string, double>?> MixedAsync(Given given, Func<int, Task<IPeer>> open)
    {
        int calls = given.Integer("calls");
        int rounds = (int)Math.Max(1, RoundsInAMillisecond() / 100);
        return new()
        {
            ["single"] = await ShortOnesAsync(1, besideALongOne: false),
            ["without"] = await ShortOnesAsync(given.Workers, besideALongOne: false),
            ["with"] = await ShortOnesAsync(given.Workers, besideALongOne: true),
        };

        async Task<double> ShortOnesAsync(int workers, bool besideALongOne)
        {
            await using IPeer peer = await open(workers);
            await BurnAsync(peer, calls / 10, rounds);
            long start = Stopwatch.GetTimestamp();
            Task longOne = besideALongOne ? peer.NapAsync(LongTaskMilliseconds) : Task.CompletedTask;
            await BurnAsync(peer, calls, rounds);
            double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            await longOne;
            return milliseconds;
        }
    }

    private static Task BurnAsync(IPeer peer, int tasks, int rounds)
    {
        var running = new Task[tasks];
        for (int i = 0; i < tasks; i++)
        {
            running[i] = peer.BurnAsync(rounds);
        }

        return Task.WhenAll(running);
    }

    private static double RoundsInAMillisecond()
    {
        const int Rounds = 1_000_000;
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 15; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Tasks.Burn(Rounds);
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        return Rounds / best.TotalMilliseconds;
    }
}
