using System.Diagnostics;
using Benchmarks.Contenders;

namespace Benchmarks.Running;

/// <summary>Pools that have nothing to do, all at the same time: what memory their workers hold, and what processor time they take.</summary>
internal static class IdleWatch
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(IReadOnlyList<Entrant> entrants, Ledger ledger, TimeSpan duration)
    {
        if (!ProcessTree.IsKnown)
        {
            return;
        }

        var waiting = new List<(Entrant Entrant, Process Process)>();
        foreach (Entrant entrant in entrants)
        {
            Process process = PeerProcess.Start([.. entrant.Command, "idle", $"workers={Plan.IdleWorkers}", .. entrant.Contender.Always]);
            if (await process.StandardOutput.ReadLineAsync() is not null)
            {
                waiting.Add((entrant, process));
            }
        }

        await Task.Delay(Settling);
        List<ProcessTree> before = [.. waiting.Select(idle => ProcessTree.Of(idle.Process.Id))];
        await Task.Delay(duration);
        for (int i = 0; i < waiting.Count; i++)
        {
            (Entrant entrant, Process process) = waiting[i];
            ProcessTree tree = ProcessTree.Of(process.Id);
            ledger.Add(entrant, "idle.cpu", tree.ProcessorMillisecondsSince(before[i]) * (Plan.IdleSeconds / duration.TotalSeconds));
            if (tree.Descendants > 0)
            {
                ledger.Add(entrant, "idle.bytes", tree.LargestBytes);
            }
        }

        foreach ((_, Process process) in waiting)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
