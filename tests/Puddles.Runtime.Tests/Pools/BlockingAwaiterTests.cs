using System.Runtime.CompilerServices;
using Puddles.Runtime.Tests.Support;
using Puddles.Scheduling;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Many calls at a time whose callers do something with the thread that tells them.</summary>
public sealed class BlockingAwaiterTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask().OrHang();

    [Fact]
    public async Task Many_may_wait_at_once_for_another_call_of_the_pool() => await Task.Run(async () =>
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await ProcessTasks.RunInc(i, _pool).ConfigureAwait(false);
            Assert.True(ProcessTasks.RunInc(i, _pool).Wait(Limits.Hang));
        })).ConfigureAwait(false);
    }).OrHang();

    [Fact]
    public async Task Those_who_are_told_after_one_that_keeps_its_thread_are_told()
    {
        using var release = new ManualResetEventSlim();
        Task first = KeepThreadAsync(release);
        Task<int>[] others = [.. Enumerable.Range(0, 500).Select(i => ProcessTasks.RunInc(i, _pool))];

        Assert.Equal(Enumerable.Range(1, 500), await Task.WhenAll(others).OrHang());
        release.Set();
        await first.OrHang();
    }

    [Fact]
    public async Task Ten_thousand_whose_callers_each_call_again_are_all_answered() => await Task.Run(async () =>
    {
        int[] results = await Task.WhenAll(Enumerable.Range(0, 10_000).Select(async i =>
        {
            int once = await ProcessTasks.RunInc(i, _pool).ConfigureAwait(false);
            return await ProcessTasks.RunInc(once, _pool).ConfigureAwait(false);
        })).ConfigureAwait(false);

        Assert.Equal(Enumerable.Range(2, 10_000), results);
    }).OrHang();

    [Fact]
    public async Task A_call_that_is_submitted_while_another_is_cancelled_is_run()
    {
        const int Rounds = 30;
        using var scratch = new ScratchFolder();
        await using var pool = new ProcessPool(new() { Workers = 1, WorkerCommand = [Programs.Worker], TasksPerWorker = 2 * Rounds, CancelGrace = TimeSpan.FromMinutes(10), ShutdownGrace = TimeSpan.Zero });
        CancellationTokenSource[] stops = [.. Enumerable.Range(0, Rounds).Select(_ => new CancellationTokenSource())];
        for (int i = 0; i < Rounds; i++)
        {
            _ = ConcurrentTasks.RunDeaf(scratch.File($"{i}"), pool, stops[i].Token);
            await TestTasks.Files.WaitForAsync(scratch.File($"{i}")).OrHang();
        }

        foreach (CancellationTokenSource stop in stops)
        {
            Assert.Equal(2, await SubmitWhileCancelingAsync(pool, stop).OrHang());
        }
    }

    /// <summary>Who cancels waits for the lock first, and takes in what is submitted meanwhile; unless the overseer comes between.</summary>
    private static Task<int> SubmitWhileCancelingAsync(ProcessPool pool, CancellationTokenSource stop)
    {
        Task<int>? submitted = null;
        Thread canceling = new(stop.Cancel);
        Thread submitting = new(() => submitted = ProcessTasks.RunInc(1, pool));
        Lock gate = GateOf(SchedulerOf(pool));
        gate.Enter();
        try
        {
            canceling.Start();
            while (!canceling.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
            {
                Thread.Yield();
            }

            submitting.Start();
            Assert.True(submitting.Join(Limits.Hang));
        }
        finally
        {
            gate.Exit();
        }

        Assert.True(canceling.Join(Limits.Hang));
        return submitted!;
    }

    private async Task KeepThreadAsync(ManualResetEventSlim release)
    {
        await ProcessTasks.RunInc(0, _pool).ConfigureAwait(false);
        Assert.True(release.Wait(Limits.Hang));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_scheduler")]
    private static extern ref CallScheduler SchedulerOf(ProcessPool pool);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_gate")]
    private static extern ref Lock GateOf(CallScheduler scheduler);
}
