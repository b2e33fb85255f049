using System.Text.Json.Nodes;
using Benchmarks.Results;
using Benchmarks.Running;

namespace Benchmarks.Contenders;

/// <summary>Builds the contenders that are wanted and finds out which of them can run here.</summary>
internal sealed class Entry(Options options)
{
    public async Task<(List<Entrant> Entrants, List<Omission> Skipped)> EnterAsync()
    {
        var entrants = new List<Entrant>();
        var skipped = new List<Omission>();
        var programs = new Programs(options.NoBuild);
        foreach (Contender contender in Catalogue.All.Where(contender => options.Wants(contender.Id)))
        {
            try
            {
                string[] command = await contender.BuildAsync(programs);
                PeerAnswer answer = await PeerProcess.RunAsync([.. command, "probe"], TimeSpan.FromSeconds(60));
                entrants.Add(new Entrant(contender, command, JsonNode.Parse(answer.Output)!["version"]!.GetValue<string>()));
            }
            catch (Exception error) when (error is PeerFailedException or System.ComponentModel.Win32Exception or NotInstalledException)
            {
                skipped.Add(new Omission(contender.Name, error.Message));
                Console.Error.WriteLine($"skipped {contender.Name}: {error.Message}");
            }
        }

        return (entrants, skipped);
    }
}
