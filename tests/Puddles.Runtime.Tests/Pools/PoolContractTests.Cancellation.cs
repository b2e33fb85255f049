using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

public abstract partial class PoolContractTests
{
    [Fact]
    public async Task A_token_that_is_cancelled_already_runs_nothing()
    {
        var token = new CancellationToken(canceled: true);
        Task call = Make().RunAsync(ContractTasks.UnitTouch(Scratch("never")), token);

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call).OrHang();
        Assert.Equal(token, error.CancellationToken);
        Assert.False(File.Exists(Scratch("never")));
    }

    [Fact]
    public async Task Cancelling_a_running_call_reaches_its_task()
    {
        using var stop = new CancellationTokenSource();
        Task call = Make().RunAsync(ContractTasks.UnitWaitForCancel(Scratch("started"), Scratch("cancelled")), stop.Token);
        await Files.WaitForAsync(Scratch("started")).OrHang();

        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call).OrHang();
        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.True(call.IsCanceled);
        await Files.WaitForAsync(Scratch("cancelled")).OrHang();
    }

    [Fact]
    public async Task Cancelling_a_call_that_waits_does_not_wait_for_those_before_it()
    {
        PuddlePool pool = Make(concurrency: 1);
        using var stop = new CancellationTokenSource();
        Task<string> running = pool.RunAsync(ContractTasks.UnitHold(Scratch("started"), Scratch("release")));
        await Files.WaitForAsync(Scratch("started")).OrHang();
        Task waiting = pool.RunAsync(ContractTasks.UnitTouch(Scratch("never")), stop.Token);

        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting).OrHang();
        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.False(running.IsCompleted);

        await File.WriteAllTextAsync(Scratch("release"), "");
        Assert.Equal("released", await running.OrHang());
        Assert.Equal(4, await pool.RunAsync(ContractTasks.UnitSquare(2)).OrHang());
        Assert.False(File.Exists(Scratch("never")));
    }

    [Fact]
    public async Task Cancelling_a_batch_ends_it_with_the_callers_token()
    {
        using var stop = new CancellationTokenSource();
        PuddleUnit wait = ContractTasks.UnitWaitForCancel(Scratch("started"), Scratch("cancelled"));
        Task batch = Make().RunAllAsync(Enumerable.Repeat(wait, 5000), stop.Token);
        await Files.WaitForAsync(Scratch("started")).OrHang();

        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch).OrHang();
        Assert.Equal(stop.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_as_calls_complete_settles_each_once()
    {
        PuddlePool pool = Make();
        for (int round = 0; round < 200; round++)
        {
            using var stop = new CancellationTokenSource();
            Task<int> call = pool.RunAsync(ContractTasks.UnitSquare(round), stop.Token);
            Task cancel = Task.Run(stop.Cancel);
            PuddleOutcome<int>[] outcomes = await Puddle.SettleAsync([call]).OrHang();
            await cancel;
            Assert.True(outcomes[0].IsSuccess ? outcomes[0].Value == round * round : outcomes[0].Error is OperationCanceledException);
        }
    }
}
