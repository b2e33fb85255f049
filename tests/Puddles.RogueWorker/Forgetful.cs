using Puddles.TestTasks;

namespace Puddles.RogueWorker;

/// <summary>A program that uses a pool and has forgotten Puddle.Init(). Each of its processes leaves a line in a file.</summary>
internal static class Forgetful
{
    public static async Task<int> RunAsync(string path)
    {
        await File.AppendAllTextAsync(path, $"{Environment.ProcessId}\n");
        await using var pool = new ProcessPool(new() { Workers = 4 });
        await pool.RunAllAsync(Enumerable.Range(0, 100).Select(ContractTasks.UnitSquare));
        return 0;
    }
}
