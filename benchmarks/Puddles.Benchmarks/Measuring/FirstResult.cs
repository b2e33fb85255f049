using Puddles;

namespace Benchmarks.Measuring;

/// <summary>A program that makes one call and prints the answer; whoever starts it holds the watch.</summary>
internal static class FirstResult
{
    public const string Argument = "--first";

    public static async Task GiveAsync()
    {
        await using var pool = new ProcessPool(new() { Workers = PoolMeasurement.Workers });
        Console.WriteLine(await Jobs.RunInc(1, pool));
    }
}
