using System.Diagnostics;
using System.Globalization;

namespace Peers;

/// <summary>One work for one peer, as the command line says: benchmarks/peers/README.md is the protocol.</summary>
internal static class PeerProgram
{
    private const int NotHere = 3;

    /// <param name="args">The work and what it is given.</param>
    /// <param name="version">The peer's own.</param>
    /// <param name="lacks">The works that mean nothing for it.</param>
    /// <param name="open">Makes the peer with so many workers.</param>
    public static async Task<int> RunAsync(string[] args, string version, string[] lacks, Func<Given, int, Task<IPeer>> open)
    {
        if (args is ["probe", ..])
        {
            Console.WriteLine($$"""{"version":"{{version}}"}""");
            return 0;
        }

        var given = Given.Parse(args[1..]);
        Task<IPeer> Open(int workers) => open(given, workers);
        if (lacks.Contains(args[0]) || Find(args[0]) is not { } work || await work(given, Open) is not { } figures)
        {
            return NotHere;
        }

        if (figures.Count > 0)
        {
            Console.WriteLine($"{{{string.Join(',', figures.Select(Member))}}}");
        }

        return 0;
    }

    private static string Member(KeyValuePair<string, double> figure) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{figure.Key}\":{figure.Value:0.####}");

    private static Func<Given, Func<int, Task<IPeer>>, Task<Dictionary<string, double>?>>? Find(string work) => work switch
    {
        "roundtrip" => RoundTrips.HotAsync,
        "rested" => RoundTrips.RestedAsync,
        "flood" => Floods.EachAwaitedAsync,
        "list" => Floods.AsOneListAsync,
        "echo" => Echoes.MeasureAsync,
        "speedup" => Computing.SpeedUpAsync,
        "mixed" => Computing.MixedAsync,
        "first" => Presence.FirstAsync,
        "idle" => Presence.IdleAsync,
        _ => null,
    };

    /// <summary>A fast wrong answer is no figure.</summary>
    public static void Check(bool right)
    {
        if (!right)
        {
            throw new InvalidOperationException("A call gave a wrong answer.");
        }
    }

    /// <summary>Repeats a step, at least once; returns how often it was and how many seconds it took.</summary>
    public static async Task<(int Count, double Seconds)> ForSecondsAsync(double seconds, Func<Task> step)
    {
        long start = Stopwatch.GetTimestamp();
        for (int count = 1; ; count++)
        {
            await step();
            double taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (taken >= seconds)
            {
                return (count, taken);
            }
        }
    }
}
