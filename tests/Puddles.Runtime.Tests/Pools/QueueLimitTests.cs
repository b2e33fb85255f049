using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>A pool of one worker that is held, so that calls wait.</summary>
public sealed class QueueLimitTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Calls_over_the_limit_are_refused_at_once_where_that_is_chosen()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Refuse);
        Task held = await HoldAsync(pool);
        Task<int>[] waiting = [.. Enumerable.Range(0, 3).Select(i => ProcessTasks.RunInc(i, pool))];

        var error = await Assert.ThrowsAsync<QueueFullException>(() => ProcessTasks.RunInc(3, pool).OrHang());

        Assert.Equal(3, error.QueueLimit);
        Assert.Contains("QueueLimit", error.Message, StringComparison.Ordinal);
        await ReleaseAsync(held);
        Assert.Equal((int[])[1, 2, 3], await Task.WhenAll(waiting).OrHang());
        Assert.Equal(8, await ProcessTasks.RunInc(7, pool).OrHang());
    }

    [Fact]
    public async Task Calls_over_the_limit_wait_and_begin_in_the_order_in_which_they_came()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait);
        Task held = await HoldAsync(pool);

        Task[] calls = [.. Enumerable.Range(0, 50).Select(i => ProcessTasks.RunNote(_scratch.File("order"), $"{i}", pool))];
        Assert.DoesNotContain(calls, call => call.IsCompleted);
        await ReleaseAsync(held);
        await Task.WhenAll(calls).OrHang();

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), await File.ReadAllLinesAsync(_scratch.File("order")));
    }

    [Theory]
    [InlineData(QueueFullMode.Wait)]
    [InlineData(QueueFullMode.Refuse)]
    public async Task A_batch_reads_its_source_only_as_there_is_room(QueueFullMode mode)
    {
        await using ProcessPool pool = Pool(mode);
        Task held = await HoldAsync(pool);
        var source = new CountingSource(500, ProcessTasks.UnitInc);

        Task<int[]> batch = pool.RunAllAsync(source);
        Assert.Equal(4, source.Taken);

        await ReleaseAsync(held);
        Assert.Equal(Enumerable.Range(1, 500), await batch.OrHang());
    }

    [Fact]
    public async Task A_stream_of_an_endless_source_waits_for_room_and_stops_with_its_reader()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait);
        var source = new CountingSource(int.MaxValue, ProcessTasks.UnitInc);
        int read = 0;

        await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(source))
        {
            Assert.Equal(outcome.Index + 1, outcome.Value);
            if (++read == 200)
            {
                break;
            }
        }

        Assert.Equal(1, source.Disposed);
        Assert.Equal(6, await ProcessTasks.RunInc(5, pool).OrHang());
    }

    [Fact]
    public async Task A_call_that_waits_for_room_can_be_cancelled_and_the_others_move_up()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait);
        using var source = new CancellationTokenSource();
        Task held = await HoldAsync(pool);
        Task<int>[] waiting = [.. Enumerable.Range(0, 3).Select(i => ProcessTasks.RunInc(i, pool))];
        Task<int> outside = ProcessTasks.RunInc(10, pool, source.Token);
        Task<int> last = ProcessTasks.RunInc(11, pool);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outside.OrHang());
        await ReleaseAsync(held);
        Assert.Equal((int[])[1, 2, 3], await Task.WhenAll(waiting).OrHang());
        Assert.Equal(12, await last.OrHang());
    }

    [Fact]
    public async Task A_cancelled_batch_that_waits_for_room_ends()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait);
        using var source = new CancellationTokenSource();
        Task held = await HoldAsync(pool);
        Task<int[]> batch = pool.RunAllAsync(new CountingSource(500, ProcessTasks.UnitInc), source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.OrHang());
        await ReleaseAsync(held);
    }

    [Fact]
    public async Task Disposing_settles_what_waits_for_room()
    {
        ProcessPool pool = Pool(QueueFullMode.Wait);
        Task held = await HoldAsync(pool);
        Task<int>[] waiting = [.. Enumerable.Range(0, 10).Select(i => ProcessTasks.RunInc(i, pool))];
        Task<int[]> batch = pool.RunAllAsync(new CountingSource(10, ProcessTasks.UnitInc));

        await pool.DisposeAsync().OrHang();

        foreach (Task call in (Task[])[held, .. waiting, batch])
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call.OrHang());
        }
    }

    [Fact]
    public async Task Calls_that_are_cancelled_as_they_wait_leave_room_for_others()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Refuse);
        Task held = await HoldAsync(pool);
        for (int round = 0; round < 2000; round++)
        {
            using var source = new CancellationTokenSource();
            Task<int>[] waiting = [.. Enumerable.Range(0, 3).Select(i => ProcessTasks.RunInc(i, pool, source.Token))];
            await source.CancelAsync();
            foreach (Task<int> call in waiting)
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.OrHang());
            }
        }

        await ReleaseAsync(held);
        Assert.Equal(1, await ProcessTasks.RunInc(0, pool).OrHang());
    }

    [Fact]
    public async Task A_call_that_has_not_begun_in_time_is_taken_out_and_says_so()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait, queueTimeout: TimeSpan.FromMilliseconds(100));
        Task held = await HoldAsync(pool, ownTime: TimeSpan.FromMinutes(10));
        Task[] calls = [.. Enumerable.Range(0, 10).Select(i => ProcessTasks.RunNote(_scratch.File("begun"), $"{i}", pool))];

        foreach (Task call in calls)
        {
            var error = await Assert.ThrowsAsync<QueueTimeoutException>(() => call.OrHang());
            Assert.Equal(TimeSpan.FromMilliseconds(100), error.Timeout);
            Assert.Contains("Note", error.TaskName, StringComparison.Ordinal);
        }

        await ReleaseAsync(held);
        Assert.False(File.Exists(_scratch.File("begun")));
    }

    [Fact]
    public async Task A_call_that_has_begun_in_time_may_run_longer()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait);
        Task held = await HoldAsync(pool, ownTime: TimeSpan.FromSeconds(20));
        Task late = pool.RunAsync(ProcessTasks.UnitInc(1).WithQueueTimeout(TimeSpan.FromMilliseconds(200)));

        await Assert.ThrowsAsync<QueueTimeoutException>(() => late.OrHang());

        Assert.False(held.IsCompleted);
        await ReleaseAsync(held);
    }

    [Fact]
    public async Task A_call_that_was_sent_ahead_is_asked_back_when_its_time_to_wait_is_over()
    {
        await using ProcessPool pool = Pool(QueueFullMode.Wait);
        string folder = Path.GetDirectoryName(_scratch.File("x"))!;
        for (int i = 0; i < 50; i++)
        {
            await ProcessTasks.RunQuickUnless(folder, -1, pool).OrHang();
        }

        await File.WriteAllTextAsync(_scratch.File("block-0"), "");
        Task<int> blocked = ProcessTasks.RunQuickUnless(folder, 0, pool);
        Task<int>[] behind = [.. Enumerable.Range(1, 10).Select(i => pool.RunAsync(ProcessTasks.UnitQuickUnless(folder, i).WithQueueTimeout(TimeSpan.FromMilliseconds(1))))];

        foreach (Task<int> call in behind)
        {
            await Assert.ThrowsAsync<QueueTimeoutException>(() => call.OrHang());
        }

        File.Delete(_scratch.File("block-0"));
        Assert.Equal(0, await blocked.OrHang());
    }

    [Fact]
    public async Task In_process_a_call_that_has_not_begun_in_time_is_taken_out_too()
    {
        await using var pool = new InProcessPool(1);
        Task held = ContractTasks.RunHold(_scratch.File("held"), _scratch.File("go"), pool);
        await Files.WaitForAsync(_scratch.File("held")).OrHang();

        await Assert.ThrowsAsync<QueueTimeoutException>(() => pool.RunAsync(ContractTasks.UnitSquare(3).WithQueueTimeout(TimeSpan.FromMilliseconds(50))).OrHang());

        await ReleaseAsync(held);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { QueueLimit = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { QueueFullMode = (QueueFullMode)7 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessPool(new() { QueueTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessTasks.UnitInc(1).WithQueueTimeout(TimeSpan.Zero));
    }

    private static ProcessPool Pool(QueueFullMode mode, TimeSpan? queueTimeout = null) => new(new()
    {
        Workers = 1,
        QueueLimit = 3,
        QueueFullMode = mode,
        QueueTimeout = queueTimeout,
        ShutdownGrace = TimeSpan.FromMilliseconds(50),
        WorkerCommand = [Programs.Worker],
    });

    private async Task<Task> HoldAsync(ProcessPool pool, TimeSpan? ownTime = null)
    {
        PuddleUnit unit = ProcessTasks.UnitHold(_scratch.File("held"), _scratch.File("go"));
        Task held = pool.RunAsync(ownTime is { } time ? unit.WithQueueTimeout(time) : unit);
        await Files.WaitForAsync(_scratch.File("held")).OrHang();
        return held;
    }

    private async Task ReleaseAsync(Task held)
    {
        await File.WriteAllTextAsync(_scratch.File("go"), "");
        await held.OrHang();
    }
}
