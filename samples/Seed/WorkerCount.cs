using Puddles;

namespace Samples;

/// <summary>Ten calls on five processes; a worker takes as many calls as there are.</summary>
internal static class WorkerCount
{
    public static async Task ShowAsync()
    {
        Show.Heading("10 items, 5 processes");
        await using var pool = new ProcessPool(new() { Workers = 5 });
        await Show.ResultAsync(
            "puddles.raw.submit(items=(func, puddles.count(9, func)), count=5)",
            pool.RunAllAsync([Functions.UnitProcess(), .. Functions.CountProcess(9)]));
    }
}
