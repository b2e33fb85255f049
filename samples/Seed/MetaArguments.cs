using Puddles;

namespace Samples;

/// <summary>Arguments that the pool fills in and the caller does not see.</summary>
internal static class MetaArguments
{
    public static async Task ShowAsync()
    {
        Show.Heading("Special parameters");
        await Show.ResultAsync("puddles.run(puddles.count(5, func))  # func knows its index", PuddlePool.Default.RunAllAsync(Functions.CountPosition(5)));
    }
}
