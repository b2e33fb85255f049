using Puddles;

namespace Samples;

/// <summary>One function, sync or async, and both at once.</summary>
internal static class GettingStarted
{
    public static async Task ShowAsync()
    {
        Show.Heading("Getting started");
        await Show.ResultAsync("puddles.run(process_func)", Functions.RunEgg());
        await Show.ResultAsync("puddles.run(async_process_func)", Functions.RunWait());
        await Show.ResultAsync(
            "puddles.run((process_func, async_process_func))",
            PuddlePool.Default.RunAllAsync(Functions.UnitEgg(), Functions.UnitWait()));
    }
}
