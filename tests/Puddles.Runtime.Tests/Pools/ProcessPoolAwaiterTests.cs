using Puddles.Runtime.Tests.Support;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Who awaits the only call goes on where its answer is read, and may do there what it likes.</summary>
public sealed class ProcessPoolAwaiterTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool(workers: 1);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().AsTask().OrHang();

    [Fact]
    public async Task It_may_wait_for_another_call_of_the_same_worker() => await Elsewhere(async () =>
    {
        for (int i = 0; i < 10; i++)
        {
            await ProcessTasks.RunInc(i, _pool).ConfigureAwait(false);
            Assert.True(ProcessTasks.RunInc(i, _pool).Wait(Limits.Hang));
        }
    });

    [Fact]
    public async Task It_may_wait_for_the_end_of_the_pool() => await Elsewhere(async () =>
    {
        await ProcessTasks.RunInc(0, _pool).ConfigureAwait(false);
        Assert.True(_pool.DisposeAsync().AsTask().Wait(Limits.Hang));
    });

    [Fact]
    public async Task It_may_wait_for_its_worker_to_be_replaced() => await Elsewhere(async () =>
    {
        int before = await ProcessTasks.RunProcessId(_pool).ConfigureAwait(false);
        Assert.True(_pool.RecycleAsync().Wait(Limits.Hang));
        Assert.NotEqual(before, await ProcessTasks.RunProcessId(_pool).ConfigureAwait(false));
    });

    [Fact]
    public async Task A_worker_that_dies_meanwhile_is_found_to_be_dead() => await Elsewhere(async () =>
    {
        await ProcessTasks.RunInc(0, _pool).ConfigureAwait(false);
        Assert.IsType<WorkerDiedException>(Record.Exception(() => DeathTasks.RunExit(7, _pool).WaitAsync(Limits.Hang).GetAwaiter().GetResult()));
        Assert.Equal(10, ProcessTasks.RunInc(9, _pool).WaitAsync(Limits.Hang).GetAwaiter().GetResult());
    });

    [Fact]
    public async Task What_it_throws_is_its_own() => await Elsewhere(async () =>
    {
        async Task ThrowAfter()
        {
            await ProcessTasks.RunInc(0, _pool).ConfigureAwait(false);
            throw new InvalidOperationException("mine");
        }

        await Assert.ThrowsAsync<InvalidOperationException>(ThrowAfter).ConfigureAwait(false);
        Assert.Equal(2, await ProcessTasks.RunInc(1, _pool).ConfigureAwait(false));
    });

    /// <summary>Without the synchronization context of the test framework, which would move what awaits to threads of its own.</summary>
    private static Task Elsewhere(Func<Task> test) => Task.Run(test).OrHang();
}
