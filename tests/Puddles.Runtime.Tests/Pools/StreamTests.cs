using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class StreamTests
{
    private static readonly FakeTask Identity = FakeTask.Of(x => x);

    [Fact]
    public async Task Outcomes_come_as_calls_end()
    {
        var pool = new HeldPool(lookAhead: 10);
        IAsyncEnumerator<PuddleOutcome<int>> stream = pool.StreamAsync(Enumerable.Range(0, 3).Select(Identity.Unit)).GetAsyncEnumerator();
        ValueTask<bool> first = stream.MoveNextAsync();
        PuddleCall[] calls = [pool.Take(), pool.Take(), pool.Take()];

        HeldPool.Succeed(calls[2], 20);
        Assert.True(await first.AsTask().OrHang());
        Assert.Equal((2, 20), (stream.Current.Index, stream.Current.Value));
        HeldPool.Succeed(calls[0], 0);
        Assert.True(await stream.MoveNextAsync().AsTask().OrHang());
        Assert.Equal(0, stream.Current.Index);
        HeldPool.Succeed(calls[1], 10);
        Assert.True(await stream.MoveNextAsync().AsTask().OrHang());
        Assert.Equal(1, stream.Current.Index);
        Assert.False(await stream.MoveNextAsync().AsTask().OrHang());
        await stream.DisposeAsync().OrHang();
    }

    [Fact]
    public async Task Outcomes_come_in_the_order_of_submission_where_that_is_asked_for()
    {
        var pool = new HeldPool(lookAhead: 10);
        IAsyncEnumerator<PuddleOutcome<int>> stream =
            pool.StreamAsync(Enumerable.Range(0, 3).Select(Identity.Unit), StreamOrder.Submission).GetAsyncEnumerator();
        ValueTask<bool> first = stream.MoveNextAsync();
        PuddleCall[] calls = [pool.Take(), pool.Take(), pool.Take()];

        HeldPool.Succeed(calls[2], 20);
        HeldPool.Succeed(calls[1], 10);
        Assert.False(first.IsCompleted);
        HeldPool.Succeed(calls[0], 0);

        Assert.True(await first.AsTask().OrHang());
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal((i, i * 10), (stream.Current.Index, stream.Current.Value));
            Assert.Equal(i < 2, await stream.MoveNextAsync().AsTask().OrHang());
        }
    }

    [Theory]
    [InlineData(StreamOrder.Completion)]
    [InlineData(StreamOrder.Submission)]
    public async Task Nothing_is_taken_further_ahead_of_the_reader_than_the_look_ahead(StreamOrder order)
    {
        await using var pool = new InProcessPool(2);
        int read = 0;
        int furthest = 0;
        var source = new CountingSource(20_000, Identity.Unit)
        {
            OnTake = taken => furthest = Math.Max(furthest, taken - Volatile.Read(ref read)),
        };

        await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(source, order))
        {
            Assert.Equal(outcome.Index, outcome.Value);
            if (order == StreamOrder.Submission)
            {
                Assert.Equal(read, outcome.Index);
            }

            Interlocked.Increment(ref read);
        }

        // The one that the reader holds has left the look-ahead.
        Assert.InRange(furthest, 1, pool.LookAhead + 1);
        Assert.Equal(20_000, read);
    }

    [Fact]
    public async Task A_reader_that_leaves_an_endless_source_stops_it_and_what_is_under_way()
    {
        var pool = new HeldPool(lookAhead: 8);
        var source = new CountingSource(int.MaxValue, Identity.Unit);
        int seen = 0;
        await foreach (PuddleOutcome<int> outcome in Settling(pool, pool.StreamAsync(source)))
        {
            if (++seen == 100)
            {
                break;
            }
        }

        Assert.Equal(1, source.Disposed);
        Assert.InRange(source.Taken, 100, 110);
        while (!pool.IsEmpty)
        {
            Assert.True(pool.Take().IsSettled);
        }
    }

    [Fact]
    public async Task Leaving_waits_for_what_is_under_way()
    {
        var pool = new HeldPool(lookAhead: 2) { HeedsCancellation = false };
        IAsyncEnumerator<PuddleOutcome<int>> stream = pool.StreamAsync(Enumerable.Range(0, 9).Select(Identity.Unit)).GetAsyncEnumerator();
        ValueTask<bool> first = stream.MoveNextAsync();
        HeldPool.Succeed(pool.Take(), 0);
        Assert.True(await first.AsTask().OrHang());

        Task leaving = stream.DisposeAsync().AsTask();
        PuddleCall running = pool.Take();
        Assert.True(SpinWait.SpinUntil(() => running.CancellationToken.IsCancellationRequested, Limits.Hang));
        Assert.False(leaving.IsCompleted);

        running.TrySetCanceled();

        // One more may have been taken as the reader left.
        SpinWait.SpinUntil(
            () =>
            {
                while (!pool.IsEmpty)
                {
                    pool.Take().TrySetCanceled();
                }

                return leaving.IsCompleted;
            },
            Limits.Hang);
        await leaving.OrHang();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(3000)]
    public async Task What_the_source_throws_comes_after_the_outcomes_of_what_it_gave(int at)
    {
        await using var pool = new InProcessPool(2);
        int read = 0;
        async Task Read()
        {
            await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(Source.Async(Source.ThrowingAt(at, Identity.Unit))))
            {
                Assert.True(outcome.IsSuccess);
                read++;
            }
        }

        Assert.Equal($"at {at}", (await Assert.ThrowsAsync<FormatException>(Read).OrHang()).Message);
        Assert.Equal(at, read);
    }

    [Fact]
    public async Task Cancelling_ends_the_stream_with_the_callers_token()
    {
        await using var pool = new InProcessPool(2);
        using var stop = new CancellationTokenSource();
        int read = 0;
        async Task Read()
        {
            await foreach (PuddleOutcome<int> outcome in pool.StreamAsync(Enumerable.Repeat(Identity.Unit(1), int.MaxValue), cancellationToken: stop.Token))
            {
                if (++read == 50)
                {
                    await stop.CancelAsync();
                }
            }
        }

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(Read).OrHang();
        Assert.Equal(stop.Token, error.CancellationToken);
        Assert.Equal(50, read);
    }

    [Fact]
    public async Task Cancelling_wakes_a_source_that_waits()
    {
        await using var pool = new InProcessPool(2);
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        async IAsyncEnumerable<PuddleUnit<int>> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
        {
            yield return Identity.Unit(1);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        }

        async Task Read()
        {
            await foreach (PuddleOutcome<int> _ in pool.StreamAsync(Endless(), cancellationToken: stop.Token))
            {
            }
        }

        Task reading = Read();
        await asked.Task.OrHang();
        await stop.CancelAsync();

        Assert.Equal(stop.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading).OrHang()).CancellationToken);
    }

    [Fact]
    public async Task A_token_given_to_the_enumeration_counts_too()
    {
        await using var pool = new InProcessPool(2);
        var token = new CancellationToken(canceled: true);
        await using IAsyncEnumerator<PuddleOutcome<int>> stream = pool.StreamAsync([Identity.Unit(1)]).GetAsyncEnumerator(token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.MoveNextAsync()).OrHang();
    }

    [Fact]
    public async Task Nothing_is_taken_before_the_stream_is_read()
    {
        await using var pool = new InProcessPool(2);
        var source = new CountingSource(5, Identity.Unit);
        IAsyncEnumerable<PuddleOutcome<int>> stream = pool.StreamAsync(source);
        Assert.Equal(0, source.Taken);

        for (int enumeration = 1; enumeration <= 2; enumeration++)
        {
            await foreach (PuddleOutcome<int> _ in stream)
            {
            }

            Assert.Equal(enumeration * 5, source.Taken);
        }
    }

    [Fact]
    public async Task An_order_that_is_none_is_refused()
    {
        await using var pool = new InProcessPool(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.StreamAsync([Identity.Unit(1)], (StreamOrder)7));
    }

    /// <summary>Settles calls as the stream is read.</summary>
    private static async IAsyncEnumerable<PuddleOutcome<int>> Settling(HeldPool pool, IAsyncEnumerable<PuddleOutcome<int>> stream)
    {
        await using IAsyncEnumerator<PuddleOutcome<int>> reader = stream.GetAsyncEnumerator();
        while (true)
        {
            ValueTask<bool> next = reader.MoveNextAsync();
            HeldPool.Succeed(pool.Take(), 0);
            if (!await next.AsTask().OrHang())
            {
                yield break;
            }

            yield return reader.Current;
        }
    }
}
