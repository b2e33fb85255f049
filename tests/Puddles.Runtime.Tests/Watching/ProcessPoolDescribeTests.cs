using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Watching;

public sealed class ProcessPoolDescribeTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_pool_tells_its_workers_and_where_each_call_stands()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        int process = await ProcessTasks.RunProcessId(pool).OrHang();
        Task held = ContractTasks.RunHold(_scratch.File("started"), _scratch.File("go"), pool);
        Task<int> behind = ContractTasks.RunSquare(3, pool);
        await Files.WaitForAsync(_scratch.File("started")).OrHang();

        string description = pool.Describe();
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await Task.WhenAll(held, behind).OrHang();

        Assert.Contains($"Pool '{pool.Name}': 2 unsettled", description, StringComparison.Ordinal);
        Assert.Contains($"Worker 1, process {process}, ready, heard ", description, StringComparison.Ordinal);
        Assert.Contains("Sent #2: 'Puddles.TestTasks.ContractTasks.Hold(", description, StringComparison.Ordinal);
        Assert.Contains("'Puddles.TestTasks.ContractTasks.Square(int)'", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_waits_in_vain_says_in_which_state_the_pools_are()
    {
        await using ProcessPool pool = Programs.Pool(workers: 1);
        using var stop = new CancellationTokenSource();
        Task held = ContractTasks.RunWaitForCancel(_scratch.File("started"), _scratch.File("canceled"), pool, stop.Token);
        await Files.WaitForAsync(_scratch.File("started")).OrHang();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => Limits.WaitAsync(held, TimeSpan.FromMilliseconds(1)));
        await stop.CancelAsync();

        Assert.Contains(pool.Name, error.Message, StringComparison.Ordinal);
        Assert.Contains("ContractTasks.WaitForCancel", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held.OrHang());
    }

    [Fact]
    public async Task A_test_over_its_limit_is_named_and_one_within_is_not()
    {
        var failed = new TaskCompletionSource<string>();
        using var limits = new TestClock(TimeSpan.FromMilliseconds(50), report => failed.TrySetResult(report));
        limits.Begin("1", "quick test");
        limits.End("1");
        limits.Begin("2", "slow test");

        string report = await failed.Task.OrHang();

        Assert.Contains("slow test", report, StringComparison.Ordinal);
        Assert.DoesNotContain("quick test", report, StringComparison.Ordinal);
    }
}
