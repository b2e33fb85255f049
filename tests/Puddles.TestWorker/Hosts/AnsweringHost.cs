using Puddles.TestTasks;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program that uses a pool as well as its surroundings let it, and writes down how that went.</summary>
internal static class AnsweringHost
{
    public static async Task RunAsync(string folder, int workers)
    {
        string result;
        try
        {
            await using var pool = new ProcessPool(new() { Workers = workers, StartTimeout = TimeSpan.FromSeconds(20) });
            Task<int>[] calls = [.. Enumerable.Range(0, 200).Select(i => ProcessTasks.RunInc(i, pool))];
            await FaultTasks.RunSay("A task writes to both.", pool);
            int[] answers = await Task.WhenAll(calls);
            result = answers.SequenceEqual(Enumerable.Range(1, 200)) ? "ok" : "wrong answers";
        }
        catch (Exception error) when (error is PuddleException or OutOfMemoryException)
        {
            result = error.ToString();
        }

        Files.Write(Path.Combine(folder, "result"), result);
    }
}
