using Puddles;

namespace Samples;

/// <summary>Arguments by position, by name, and others for each call.</summary>
internal static class Arguments
{
    public static async Task ShowAsync()
    {
        Show.Heading("Args and kwargs");
        await Show.ResultAsync("puddles.run(process_func, 3)", Functions.RunWait(3));

        PuddleUnit<int>[] signatures = [Functions.UnitWait(), Functions.UnitWait(2), Functions.UnitWait(timeout: 1)];
        await Show.ResultAsync(
            "puddles.run(((process_func,), (process_func, (2,)), (process_func, (), {'timeout': 1})))",
            PuddlePool.Default.RunAllAsync(signatures));
    }
}
