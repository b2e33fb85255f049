using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

public sealed class UnitOptionsTests : IAsyncLifetime
{
    private readonly ProcessPool _pool = Programs.Pool(workers: 1);
    private readonly ScratchFolder _scratch = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _pool.DisposeAsync().OrHang();
        _scratch.Dispose();
    }

    [Fact]
    public void A_unit_is_not_changed_by_what_is_made_of_it()
    {
        PuddleUnit<int> unit = ContractTasks.UnitSquare(3);

        Assert.NotSame(unit, unit.WithTimeout(TimeSpan.FromSeconds(1)));
        Assert.NotSame(unit, unit.WithPriority(1));
        Assert.NotSame(unit, unit.WithRetries(0));
        Assert.NotSame(unit, unit.OnDone((PuddleOutcome<int> _) => { }));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        PuddleUnit<int> unit = ContractTasks.UnitSquare(3);

        Assert.Throws<ArgumentOutOfRangeException>(() => unit.WithTimeout(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => unit.WithRetries(-1));
        Assert.Contains("Square", Assert.Throws<InvalidOperationException>(() => unit.WithRetries(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_limit_of_its_own_goes_before_the_tasks()
    {
        var error = await Assert.ThrowsAsync<TaskTimeoutException>(() =>
            _pool.RunAsync(ProcessTasks.UnitSpin(_scratch.File("started")).WithTimeout(TimeSpan.FromMilliseconds(100))).OrHang());

        Assert.Equal(TimeSpan.FromMilliseconds(100), error.Timeout);
    }

    [Fact]
    public async Task Retries_of_its_own_go_before_the_tasks()
    {
        await Assert.ThrowsAsync<WorkerDiedException>(() => _pool.RunAsync(DeathTasks.UnitDieOnce(_scratch.File("once")).WithRetries(0)).OrHang());
        await Assert.ThrowsAsync<WorkerDiedException>(() => _pool.RunAsync(DeathTasks.UnitDieAlways(_scratch.File("always")).WithRetries(4)).OrHang());

        Assert.Equal(5, (await File.ReadAllLinesAsync(_scratch.File("always"))).Length);
    }

    [Fact]
    public async Task An_idempotent_task_that_is_not_retried_by_itself_is_where_its_unit_asks_for_it()
    {
        await Assert.ThrowsAsync<WorkerDiedException>(() => DeathTasks.RunDieOnceIfAsked(_scratch.File("by itself"), _pool).OrHang());

        Assert.Equal(2, await _pool.RunAsync(DeathTasks.UnitDieOnceIfAsked(_scratch.File("asked")).WithRetries(1)).OrHang());
    }

    [Fact]
    public async Task Of_the_calls_that_wait_the_highest_priority_begins_first()
    {
        Task holding = ProcessTasks.RunHold(_scratch.File("held"), _scratch.File("go"), _pool);
        await Files.WaitForAsync(_scratch.File("held")).OrHang();
        int[] priorities = [0, -5, 7, 0, 7, -5, 100];
        Task[] calls = [.. priorities.Select((priority, i) =>
            _pool.RunAsync(ProcessTasks.UnitNote(_scratch.File("order"), $"{priority}:{i}").WithPriority(priority)))];

        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await Task.WhenAll([holding, .. calls]).OrHang();

        Assert.Equal(["100:6", "7:2", "7:4", "0:0", "0:3", "-5:1", "-5:5"], await File.ReadAllLinesAsync(_scratch.File("order")));
    }

    [Fact]
    public async Task A_callback_gets_the_value_or_the_error_once_however_the_call_was_submitted()
    {
        await using var pool = new InProcessPool(2);
        var outcomes = new List<PuddleOutcome<int>>();
        using var all = new CountdownEvent(4);
        PuddleUnit<int> Watched(int x) => ContractTasks.UnitSquareUnlessOdd(x).OnDone((PuddleOutcome<int> outcome) =>
        {
            lock (outcomes)
            {
                outcomes.Add(outcome);
            }

            all.Signal();
        });

        await pool.RunAsync(Watched(2)).OrHang();
        await pool.RunAsync((PuddleUnit)Watched(4)).OrHang();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => pool.RunAllAsync([Watched(6), Watched(7)]).OrHang());
        Assert.True(all.Wait(Limits.Hang));

        Assert.Equal([4, 16, 36], outcomes.Where(outcome => outcome.IsSuccess).Select(outcome => outcome.Value).Order());
        Assert.IsType<ArgumentOutOfRangeException>(Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error);
    }

    [Fact]
    public async Task A_callback_hears_of_arguments_that_would_not_encode()
    {
        var told = new TaskCompletionSource<Exception?>();
        PuddleUnit unit = ContractTasks.UnitTouch(null!).OnDone(told.SetResult);

        await Assert.ThrowsAsync<PuddleSerializationException>(() => _pool.RunAsync(unit).OrHang());

        Assert.IsType<PuddleSerializationException>(await told.Task.OrHang());
    }

    [Fact]
    public async Task A_callback_that_throws_or_blocks_harms_nobody()
    {
        using var release = new ManualResetEventSlim();
        Task<int>[] calls = [.. Enumerable.Range(0, 20).Select(i => _pool.RunAsync(ProcessTasks.UnitInc(i).OnDone((PuddleOutcome<int> _) =>
        {
            release.Wait(Limits.Hang);
            throw new InvalidOperationException("Nobody hears this.");
        })))];

        Assert.Equal(Enumerable.Range(1, 20), await Task.WhenAll(calls).OrHang());
        release.Set();
    }
}
