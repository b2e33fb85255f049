using System.Diagnostics;

namespace Peers;

/// <summary>One awaited call after the other.</summary>
internal static class RoundTrips
{
    private const int MostTimes = 20_000_000;

    public static async Task<Dictionary<string, double>?> HotAsync(Given given, Func<int, Task<IPeer>> open)
    {
        await using IPeer peer = await open(given.Workers);
        await WarmUpAsync(peer, given);
        var times = new List<double>(1_000_000);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < given.Seconds && times.Count < MostTimes)
        {
            times.Add(await TimedAsync(peer));
        }

        times.Sort();
        return new() { ["p50"] = Percentile(times, 0.5), ["p99"] = Percentile(times, 0.99), ["p999"] = Percentile(times, 0.999) };
    }

    public static async Task<Dictionary<string, double>?> RestedAsync(Given given, Func<int, Task<IPeer>> open)
    {
        await using IPeer peer = await open(given.Workers);
        await WarmUpAsync(peer, given);
        var times = new List<double>();
        for (int i = 0; i < given.Integer("calls"); i++)
        {
            await Task.Delay(given.Integer("pause"));
            times.Add(await TimedAsync(peer));
        }

        times.Sort();
        return new() { ["p50"] = Percentile(times, 0.5) };
    }

    private static async Task WarmUpAsync(IPeer peer, Given given)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < given.WarmUp)
        {
            await TimedAsync(peer);
        }
    }

    private static async ValueTask<double> TimedAsync(IPeer peer)
    {
        long start = Stopwatch.GetTimestamp();
        int answer = await peer.IncAsync(1);
        double microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        PeerProgram.Check(answer == 2);
        return microseconds;
    }

    private static double Percentile(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];
}
