using Puddles.TestTasks;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program that is to be stopped for longer than all its time limits, first while calls run, then while a worker starts.</summary>
internal static class SleepyHost
{
    public static async Task RunAsync(string folder)
    {
        string result = "ok";
        try
        {
            await RunCallsAsync(folder);
            await StartAsync(folder);
        }
        catch (Exception error) when (error is PuddleException or InvalidOperationException or TimeoutException)
        {
            result = error.ToString();
        }

        Files.Write(Path.Combine(folder, "result"), result);
    }

    private static async Task RunCallsAsync(string folder)
    {
        await using var pool = new ProcessPool(new() { Workers = 2, HeartbeatTimeout = TimeSpan.FromMilliseconds(500) });
        Task held = ProcessTasks.RunHold(Path.Combine(folder, "held"), Path.Combine(folder, "go"), pool);
        await Files.WaitForAsync(Path.Combine(folder, "held"));
        int other = await ProcessTasks.RunProcessId(pool);
        Task nap = pool.RunAsync(FaultTasks.UnitNap(Path.Combine(folder, "running"), 1000).WithTimeout(TimeSpan.FromSeconds(2)));
        await nap;
        await held;
        if (await ProcessTasks.RunProcessId(pool) is var now && now != other && now != int.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "held")), System.Globalization.CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("A worker was replaced.");
        }
    }

    private static async Task StartAsync(string folder)
    {
        await using var pool = new ProcessPool(new()
        {
            Workers = 1,
            StartTimeout = TimeSpan.FromSeconds(4),
            WorkerCommand = ["/bin/sh", "-c", "sleep 1; exec \"$0\"", Environment.ProcessPath!],
        });
        Task<int> call = ProcessTasks.RunInc(1, pool);
        Files.Write(Path.Combine(folder, "starting"), "");
        await call;
    }
}
