using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Contenders;
using Benchmarks.Results;

namespace Benchmarks.Running;

/// <summary>Measures every contender several times, one work after the other and the contenders side by side, so that a machine that drifts drifts for all.</summary>
internal sealed class Session(IReadOnlyList<Entrant> entrants, Plan plan)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>What takes a contender so long beside its warm-up is measured once.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(4);

    private readonly Ledger _ledger = new();
    private readonly HashSet<(Entrant Entrant, string Work)> _done = [];

    public async Task<RunResults> RunAsync(List<Omission> skipped)
    {
        var clock = Stopwatch.StartNew();
        for (int pass = 1; pass <= plan.Passes; pass++)
        {
            foreach ((string name, string work, Dictionary<string, double> given) in plan.Works)
            {
                Tell(clock, $"pass {pass} of {plan.Passes}: {name}");
                foreach (Entrant entrant in entrants.Where(entrant => !_done.Contains((entrant, name))))
                {
                    await MeasureAsync(entrant, name, Plan.Command(entrant, work, given), Long + TimeSpan.FromSeconds(given.GetValueOrDefault("warmup")));
                }
            }

            if (plan.Wants("first"))
            {
                Tell(clock, $"pass {pass} of {plan.Passes}: first");
                await StartAsync();
            }
        }

        if (plan.Wants("idle"))
        {
            Tell(clock, "idle");
            await IdleWatch.RunAsync(entrants, _ledger, plan.IdleDuration);
        }

        Tell(clock, "done");
        return new RunResults(
            DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", null),
            Machine.Here,
            plan.Passes,
            plan.Quick,
            [.. entrants.Select(entrant => new Measured(
                entrant.Contender.Id, entrant.Contender.Name, entrant.Contender.Kind, entrant.Version, _ledger.Of(entrant)))],
            skipped,
            _ledger.Failures);
    }

    private async Task MeasureAsync(Entrant entrant, string name, string[] command, TimeSpan once)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            PeerAnswer answer = await PeerProcess.RunAsync(command, Limit);
            foreach ((string figure, JsonNode? value) in answer.MeansNothing ? [] : JsonNode.Parse(answer.Output)!.AsObject())
            {
                _ledger.Add(entrant, $"{name}.{figure}", value!.GetValue<double>());
            }

            if (answer.MeansNothing || clock.Elapsed > once)
            {
                _done.Add((entrant, name));
            }
        }
        catch (Exception error) when (error is PeerFailedException or JsonException)
        {
            Fail(entrant, name, error);
        }
    }

    /// <summary>From starting a program to its first answer, in turns.</summary>
    private async Task StartAsync()
    {
        for (int i = 0; i < plan.Starts; i++)
        {
            foreach (Entrant entrant in entrants.Where(entrant => !_done.Contains((entrant, "first"))))
            {
                try
                {
                    if (await PeerProcess.TimeToFirstLineAsync(Plan.Command(entrant, "first", [])) is { } milliseconds)
                    {
                        _ledger.Add(entrant, "first.ms", milliseconds);
                    }
                    else
                    {
                        _done.Add((entrant, "first"));
                    }
                }
                catch (PeerFailedException error)
                {
                    Fail(entrant, "first", error);
                }
            }
        }
    }

    private void Fail(Entrant entrant, string work, Exception error)
    {
        _done.Add((entrant, work));
        _ledger.Failures.Add(new Omission($"{entrant.Contender.Name}, {work}", error.Message));
        Console.Error.WriteLine($"{entrant.Contender.Name} failed in {work}: {error.Message}");
    }

    private static void Tell(Stopwatch clock, string what) => Console.Error.WriteLine($"{clock.Elapsed:m\\:ss} {what}");
}
