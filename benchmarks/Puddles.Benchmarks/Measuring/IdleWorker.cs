using System.Diagnostics;
using Puddles;

namespace Benchmarks.Measuring;

/// <summary>The resident memory of a worker that has answered one call and waits.</summary>
internal static class IdleWorker
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    public static async Task<double> MeasureAsync()
    {
        await using var pool = new ProcessPool(new() { Workers = 1 });
        int worker = await Jobs.RunProcessId(pool);
        await Task.Delay(Settling);
        using var process = Process.GetProcessById(worker);
        return process.WorkingSet64;
    }
}
