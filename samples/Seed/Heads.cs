using Puddles;

namespace Samples;

/// <summary>A head of one's own, which every process sets up once and every call runs inside of.</summary>
internal static class Heads
{
    public static async Task ShowAsync()
    {
        Show.Heading("Process head");
        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 5 }.UseHead<CustomHead>());
        await Show.ResultAsync(
            "puddles.raw.submit(items=(func, puddles.count(12, func)), count=5, head_class=CustomHead)",
            pool.RunAllAsync([HeadFunctions.UnitSetUps(), .. HeadFunctions.CountSetUps(12)]));
        await Show.ResultAsync(
            "puddles.raw.submit(items=func, head_caller=puddles.head.primary_head_main)",
            HeadFunctions.RunIsInside(pool));

        await using var plain = new ProcessPool(new() { Workers = 1 });
        await Show.ResultAsync("puddles.run(func)  # a puddles.head.InfoHead runs it", HeadFunctions.RunKnowsItsProcess(plain));
    }
}
