using Puddles;

namespace Samples;

/// <summary>A limit to what a process may hold: the call that needs more fails, and no other.</summary>
internal static class MemoryCap
{
    public static async Task ShowAsync()
    {
        Show.Heading("Memory caps");
        await using var pool = new ProcessPool(new() { Workers = 1, MemoryLimitBytes = 128 * 1024 * 1024 });
        await Show.ResultAsync(
            "puddles.run((hold, (1_000,)), (hold, (1_000_000_000,)), (hold, (2_000,)))",
            Puddle.SettleAsync([Functions.RunHold(1_000, pool), Functions.RunHold(1_000_000_000, pool), Functions.RunHold(2_000, pool)]));
    }
}
