using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class LookAheadTests
{
    private static readonly FakeTask Identity = FakeTask.Of(x => x);

    [Fact]
    public async Task Of_a_million_units_only_the_look_ahead_is_taken_before_calls_settle()
    {
        const int LookAhead = 100;
        var pool = new HeldPool(LookAhead);
        int settled = 0;
        int furthest = 0;
        var source = new CountingSource(1_000_000, Identity.Unit)
        {
            OnTake = taken => furthest = Math.Max(furthest, taken - Volatile.Read(ref settled)),
        };
        using var stop = new CancellationTokenSource();

        Task<int[]> batch = pool.RunAllAsync(source, stop.Token);
        Assert.Equal(LookAhead, source.Taken);

        for (int i = 0; i < 10_000; i++)
        {
            PuddleCall call = pool.Take();
            Interlocked.Increment(ref settled);
            HeldPool.Succeed(call, i);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch).OrHang();
        Assert.InRange(furthest, LookAhead, LookAhead);
        Assert.InRange(source.Taken, 10_000, 10_000 + LookAhead);
        Assert.Equal(1, source.Disposed);
    }

    [Fact]
    public async Task A_batch_goes_on_with_a_look_ahead_of_one()
    {
        var pool = new HeldPool(lookAhead: 1);
        Task<int[]> batch = pool.RunAllAsync(Enumerable.Range(0, 50).Select(Identity.Unit));
        for (int i = 0; i < 50; i++)
        {
            HeldPool.Succeed(pool.Take(), i);
        }

        Assert.Equal(Enumerable.Range(0, 50), await batch.OrHang());
    }

    [Fact]
    public void A_batch_that_cannot_go_on_does_not_hold_its_caller()
    {
        var pool = new HeldPool(lookAhead: 4);
        using var stop = new CancellationTokenSource();
        Task<int[]> batch = pool.RunAllAsync(Enumerable.Range(0, 50).Select(Identity.Unit), stop.Token);
        Assert.False(batch.IsCompleted);
        Assert.Equal(4, pool.Submitted);
        stop.Cancel();
    }

    [Fact]
    public async Task A_source_is_never_asked_on_a_thread_that_settles()
    {
        var pool = new HeldPool(lookAhead: 4);
        int settling = 0;
        bool mixed = false;
        var settler = new ThreadLocal<bool>();
        var source = new CountingSource(1000, Identity.Unit) { OnTake = _ => mixed |= settler.Value };
        Task<int[]> batch = pool.RunAllAsync(source);

        // A thread of its own: the thread pool, where the source is read, cannot borrow it.
        var engine = new Thread(() =>
        {
            settler.Value = true;
            for (; settling < 1000; settling++)
            {
                HeldPool.Succeed(pool.Take(), settling);
            }
        });
        engine.Start();

        await batch.OrHang();
        Assert.False(mixed);
    }

    [Fact]
    public async Task An_engine_that_settles_at_once_and_many_threads_lose_no_result()
    {
        await using var pool = new InProcessPool(4);
        for (int round = 0; round < 5; round++)
        {
            int[] results = await pool.RunAllAsync(Source.Uncounted(Enumerable.Range(0, 20_000).Select(Identity.Unit))).OrHang();
            Assert.Equal(Enumerable.Range(0, 20_000), results);
        }
    }
}
