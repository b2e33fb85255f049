using Puddles.TestTasks;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program that ends without disposing its pool: one worker idle, one busy, one starting.</summary>
internal static class CarelessHost
{
    public static async Task RunAsync(string folder)
    {
        var pool = new ProcessPool(new() { Workers = 3 });
        _ = ProcessTasks.RunSpin(Path.Combine(folder, "busy"), pool);
        await Files.WaitForAsync(Path.Combine(folder, "busy"));
        await ProcessTasks.RunInc(1, pool);
        _ = ProcessTasks.RunHold(Path.Combine(folder, "a"), Path.Combine(folder, "never"), pool);
        _ = ProcessTasks.RunHold(Path.Combine(folder, "b"), Path.Combine(folder, "never"), pool);
    }
}
