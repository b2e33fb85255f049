using Puddles.TestTasks;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program whose workers are always starting, running one call, which starts a process, or ending.</summary>
internal static class StartingHost
{
    public static async Task RunAsync(string folder)
    {
        await using var pool = new ProcessPool(new() { Workers = 4, MaxTasksPerWorker = 1 });
        Files.Write(Path.Combine(folder, "ready"), "");
        await Parallel.ForAsync(0, int.MaxValue, async (_, token) => await ProcessTasks.RunStartSleeper(pool, token));
    }
}
