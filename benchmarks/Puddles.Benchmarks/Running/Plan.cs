using System.Globalization;
using Benchmarks.Contenders;

namespace Benchmarks.Running;

/// <summary>How much is measured, for how long, and what each work is given.</summary>
/// <param name="options">What the command line asks for.</param>
internal sealed class Plan(Options options)
{
    public const int IdleWorkers = 8;

    /// <summary>Processor time of idle pools is told for so long.</summary>
    public const double IdleSeconds = 10;

    private const int Workers = 2;

    public int Passes => options.Passes ?? (options.Quick ? 1 : 3);

    public bool Quick => options.Quick;

    public int Starts => Quick ? 3 : 5;

    public TimeSpan IdleDuration => TimeSpan.FromSeconds(Quick ? 2 : IdleSeconds);

    /// <summary>The works that are run in every pass, by the name that their figures bear, with what they are given.</summary>
    public IEnumerable<(string Name, string Work, Dictionary<string, double> Given)> Works
    {
        get
        {
            // What is compiled as it runs goes on getting faster for seconds.
            double warmUp = Quick ? 0.5 : 3, seconds = Quick ? 0.5 : 1;
            (string, string, Dictionary<string, double>)[] all =
            [
                ("roundtrip", "roundtrip", new() { ["warmup"] = warmUp, ["seconds"] = seconds }),
                ("rested", "rested", new() { ["warmup"] = warmUp / 2, ["calls"] = Quick ? 8 : 20, ["pause"] = 50 }),
                ("flood", "flood", new() { ["warmup"] = warmUp, ["seconds"] = seconds, ["window"] = 10_000 }),
                ("list", "list", new() { ["warmup"] = warmUp / 2, ["seconds"] = seconds, ["calls"] = 1_000_000 }),
                ("echo1", "echo", new() { ["warmup"] = warmUp / 4, ["seconds"] = seconds, ["bytes"] = 1 << 20 }),
                ("echo64", "echo", new() { ["warmup"] = 0.1, ["seconds"] = seconds / 2, ["bytes"] = 64 << 20 }),
                ("speedup", "speedup", new() { ["seconds"] = Quick ? 0.3 : 0.5 }),
                ("mixed", "mixed", new() { ["calls"] = 10_000 }),
            ];
            return all.Where(work => Wants(work.Item1) && !(Quick && work.Item1 is "echo64" && options.Works.Length == 0));
        }
    }

    public bool Wants(string work) => options.Works.Length == 0 || options.Works.Contains(work);

    /// <summary>The command that runs a work.</summary>
    public static string[] Command(Entrant entrant, string work, Dictionary<string, double> given)
    {
        int workers = work == "speedup" ? Machine.Here.PhysicalCores : Workers;
        IEnumerable<string> values = given
            .Select(value => (value.Key, Value: entrant.Contender.Exceptions.GetValueOrDefault((work, value.Key), value.Value)))
            .Append(("workers", workers))
            .Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Item1}={value.Item2}"));
        return [.. entrant.Command, work, .. values, .. entrant.Contender.Always];
    }
}
