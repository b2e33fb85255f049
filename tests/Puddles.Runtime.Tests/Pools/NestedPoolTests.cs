using System.Diagnostics;
using System.Globalization;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class NestedPoolTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Pools_nest_four_deep_and_one_deeper_says_so()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);

        Assert.NotEqual(await ProcessTasks.RunProcessId(pool).OrHang(), await ProcessTasks.RunDescend(3, pool).OrHang());
        var error = await Assert.ThrowsAsync<WorkerStartException>(() => ProcessTasks.RunDescend(4, pool).OrHang());

        Assert.Contains("4 deep", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxDepth", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_worker_is_killed_the_workers_of_its_pools_are_gone()
    {
        await using ProcessPool pool = Programs.Pool(workers: 2);
        Task held = ProcessTasks.RunHoldBelow(_scratch.File("below"), _scratch.File("never"), pool);
        await Files.WaitForAsync(_scratch.File("below")).OrHang();
        int below = int.Parse(await File.ReadAllTextAsync(_scratch.File("below")), CultureInfo.InvariantCulture);
        Assert.True(Processes.IsRunning(below));

        using (Process parent = Process.GetProcessById(ParentOf(below)))
        {
            parent.Kill();
        }

        await Assert.ThrowsAsync<WorkerDiedException>(() => held.OrHang());
        await Processes.WaitForExitAsync(below);
    }

    [Fact]
    public void A_depth_out_of_range_is_refused_when_the_pool_is_made() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { MaxDepth = 0 }));

    private static int ParentOf(int process)
    {
        string status = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
