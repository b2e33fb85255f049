using Puddles;

namespace Samples;

/// <summary>The same pack of calls made for a sync and for an async function.</summary>
internal static class FunctionPacks
{
    public static async Task ShowAsync()
    {
        Show.Heading("Example");
        PuddleUnit<string>[] items = [.. Pack(Sleepers.UnitAsyncSleep), .. Pack(Sleepers.UnitSyncSleep)];
        await Show.ResultAsync("puddles.run(items, wait_futures=True)", PuddlePool.Default.RunAllAsync(items));
    }

    /// <summary>Calls of any function with the given shape: with no arguments, with some, with options, and twice the same.</summary>
    public static PuddleUnit<string>[] Pack(Func<string, Dictionary<string, string>?, PuddleUnit<string>> unit) =>
    [
        unit("-1", null),
        unit("2", null),
        unit("3", new() { ["roo"] = "berry" }),
        unit("4", new() { ["foo"] = "bar" }),
        .. Enumerable.Repeat(unit("5/6", new() { ["elk"] = "Ricky" }), 2),
    ];
}
