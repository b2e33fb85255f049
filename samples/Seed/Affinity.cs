using Puddles;

namespace Samples;

/// <summary>The cores that processes run on: for a process by itself, for one call, and for a whole pool.</summary>
internal static class Affinity
{
    public static async Task ShowAsync()
    {
        Show.Heading("CPU affinity");
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            Console.WriteLine("Not on this system.");
            return;
        }

        int core = Cpu.GetCores()[^1];
        await using var pool = new ProcessPool(new() { Workers = 1 });
        await Show.ResultAsync("puddles.run(cores)  # one call", pool.RunAsync(Functions.UnitCores().OnCores(core)));
        await Show.ResultAsync("puddles.run(core_setter)", Functions.RunCoreSetter(core, pool));

        await using var pinned = new ProcessPool(new() { Workers = 2, Cores = [core] });
        await Show.ResultAsync("puddles.run(cores)  # every process of a pool", pinned.RunAllAsync(Functions.CountCores(2)));
    }
}
