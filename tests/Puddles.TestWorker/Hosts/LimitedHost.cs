using Puddles.TestTasks;

namespace Puddles.TestWorker.Hosts;

/// <summary>A program with a limit on every time that a pool knows, on a clock that cannot be trusted.</summary>
internal static class LimitedHost
{
    public static async Task RunAsync(string folder)
    {
        string result = DateTime.UtcNow - DateTime.UtcNow is var jump && jump.Duration() < TimeSpan.FromHours(1) ? "The clock does not jump." : "ok";
        try
        {
            await using var pool = new ProcessPool(new()
            {
                Workers = 2,
                TaskTimeout = TimeSpan.FromSeconds(20),
                HeartbeatTimeout = TimeSpan.FromSeconds(10),
                StartTimeout = TimeSpan.FromSeconds(30),
                IdleTimeout = TimeSpan.FromMinutes(5),
            });
            for (int i = 0; i < 20; i++)
            {
                await FaultTasks.RunNap(Path.Combine(folder, "nap"), 100, pool);
                result = await ProcessTasks.RunInc(i, pool) == i + 1 ? result : "wrong answer";
            }

            await pool.RunAsync(ProcessTasks.UnitSpin(Path.Combine(folder, "spin")).WithTimeout(TimeSpan.FromMilliseconds(300)));
        }
        catch (TaskTimeoutException error) when (error.TaskName.Contains("Spin", StringComparison.Ordinal))
        {
            Files.Write(Path.Combine(folder, "result"), result);
            return;
        }
        catch (Exception error) when (error is PuddleException or TimeoutException)
        {
            result = error.ToString();
        }

        Files.Write(Path.Combine(folder, "result"), $"The last call should have been ended. {result}");
    }
}
