using Puddles;

namespace Samples;

/// <summary>The same call many times, beside others.</summary>
internal static class Counts
{
    public static async Task ShowAsync()
    {
        Show.Heading("Many units with count(i, func, *a, **kw)");
        PuddleUnit<int>[] items =
        [
            Functions.UnitIndex(1, foo: "bar"),
            .. Functions.CountIndex(5, 2, elk: "Ricky"),
            .. Functions.CountOther(4),
        ];
        await Show.ResultAsync("puddle.run(items)  # counts", PuddlePool.Default.RunAllAsync(items));

        PuddleUnit<string>[] pack = FunctionPacks.Pack(Sleepers.UnitSyncSleep);
        await Show.ResultAsync("puddle.run(generate_function_pack(sync_sleep))", PuddlePool.Default.RunAllAsync(pack));
    }
}
