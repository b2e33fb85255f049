using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>A program with a pool, for a test to kill: one worker idle, one busy, one that has started a process of its own.</summary>
internal static class Host
{
    public static async Task RunAsync(string folder)
    {
        await using var pool = new ProcessPool(new() { Workers = 3 });
        _ = ProcessTasks.RunSpin(Path.Combine(folder, "busy"), pool);
        await Files.WaitForAsync(Path.Combine(folder, "busy"));
        _ = ProcessTasks.RunHold(Path.Combine(folder, "parent"), Path.Combine(folder, "release"), pool);
        await Files.WaitForAsync(Path.Combine(folder, "parent"));
        Files.Write(Path.Combine(folder, "idle"), $"{await ProcessTasks.RunProcessId(pool)}");
        Files.Write(Path.Combine(folder, "grandchild"), $"{await ProcessTasks.RunStartSleeper(pool)}");
        Files.Write(Path.Combine(folder, "ready"), "");
        await Task.Delay(Timeout.Infinite);
    }
}
