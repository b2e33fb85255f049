using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class BatchTests : IAsyncLifetime
{
    private readonly InProcessPool _pool = new(2);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _pool.DisposeAsync().OrHang();

    [Fact]
    public async Task No_units_give_no_results()
    {
        Assert.Empty(await _pool.RunAllAsync(Enumerable.Empty<PuddleUnit<int>>()).OrHang());
        await _pool.RunAllAsync(Enumerable.Empty<PuddleUnit>()).OrHang();
        Assert.Empty(await _pool.RunAllAsync(Source.Async(Enumerable.Empty<PuddleUnit<int>>())).OrHang());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public async Task Results_are_in_order_however_many_and_however_they_come(int count)
    {
        FakeTask task = FakeTask.Of(x => x + 1);
        IEnumerable<int> expected = Enumerable.Range(1, count);

        Assert.Equal(expected, await _pool.RunAllAsync(Enumerable.Range(0, count).Select(task.Unit)).OrHang());
        Assert.Equal(expected, await _pool.RunAllAsync(Enumerable.Range(0, count).Select(task.Unit).ToList()).OrHang());
        Assert.Equal(expected, await _pool.RunAllAsync(Source.Uncounted(Enumerable.Range(0, count).Select(task.Unit))).OrHang());
        Assert.Equal(expected, await _pool.RunAllAsync(Source.Async(Enumerable.Range(0, count).Select(task.Unit))).OrHang());
    }

    [Fact]
    public async Task A_list_written_in_place_is_typed()
    {
        FakeTask task = FakeTask.Of(x => x + 1);
        int[] results = await _pool.RunAllAsync([task.Unit(1), task.Unit(2)]).OrHang();
        Assert.Equal([2, 3], results);
    }

    [Fact]
    public async Task All_failures_are_held_in_the_order_of_submission()
    {
        var task = new FakeTask(async (_, x) =>
        {
            await Task.Yield();
            return x % 3 == 0 ? throw new FormatException($"{x}") : x;
        });

        Task<int[]> batch = _pool.RunAllAsync(Enumerable.Range(0, 30).Select(task.Unit));

        Assert.Equal("0", (await Assert.ThrowsAsync<FormatException>(() => batch).OrHang()).Message);
        Assert.Equal(
            Enumerable.Range(0, 10).Select(i => $"{i * 3}"),
            batch.Exception!.InnerExceptions.Select(error => error.Message));
    }

    [Fact]
    public async Task A_unit_that_cannot_be_encoded_fails_alone()
    {
        int ran = 0;
        FakeTask task = FakeTask.Of(x => Interlocked.Increment(ref ran));

        Task<int[]> batch = _pool.RunAllAsync([task.Unit(1), task.Unit(FakeUnit.Unwritable), task.Unit(2)]);

        await Assert.ThrowsAsync<PuddleSerializationException>(() => batch).OrHang();
        Assert.Single(batch.Exception!.InnerExceptions);
        Assert.Equal(2, ran);
    }

    [Fact]
    public async Task What_the_source_throws_is_passed_on_when_what_it_gave_has_run()
    {
        foreach (int at in new[] { 0, 1, 700, 3000 })
        {
            int ran = 0;
            FakeTask task = FakeTask.Of(x => Interlocked.Increment(ref ran));
            Task<int[]> batch = _pool.RunAllAsync(Source.ThrowingAt(at, task.Unit));

            Assert.Equal($"at {at}", (await Assert.ThrowsAsync<FormatException>(() => batch).OrHang()).Message);
            Assert.Equal(at, ran);
        }
    }

    [Fact]
    public async Task What_an_asynchronous_source_throws_is_passed_on()
    {
        FakeTask task = FakeTask.Of(x => x);
        Task<int[]> batch = _pool.RunAllAsync(Source.Async(Source.ThrowingAt(10, task.Unit)));
        await Assert.ThrowsAsync<FormatException>(() => batch).OrHang();
    }

    [Fact]
    public async Task A_source_that_cannot_even_be_opened_is_passed_on()
    {
        Task<int[]> batch = _pool.RunAllAsync(new ClosedSource());
        Assert.Equal("closed", (await Assert.ThrowsAsync<FormatException>(() => batch).OrHang()).Message);
    }

    [Fact]
    public async Task Null_in_a_source_is_a_mistake_that_is_told()
    {
        Task<int[]> batch = _pool.RunAllAsync(new PuddleUnit<int>[] { FakeTask.Of(x => x).Unit(1), null! });
        Assert.Contains("position 1", (await Assert.ThrowsAsync<ArgumentException>(() => batch).OrHang()).Message);
    }

    [Fact]
    public async Task Sources_are_disposed_of()
    {
        FakeTask task = FakeTask.Of(x => x);
        foreach (int count in new[] { 0, 10, 3000 })
        {
            var source = new CountingSource(count, task.Unit);
            await _pool.RunAllAsync(source).OrHang();
            Assert.Equal(1, source.Disposed);
        }
    }

    [Fact]
    public async Task Eight_calls_keep_their_types_and_positions()
    {
        var task = new FakeTask((invocation, x) => new((invocation.Context.Index * 100) + x));
        (int, int, int, int, int, int, int, int) all = await _pool.RunAllAsync(
            task.Unit(1), task.Unit(2), task.Unit(3), task.Unit(4), task.Unit(5), task.Unit(6), task.Unit(7), task.Unit(8)).OrHang();
        Assert.Equal((1, 102, 203, 304, 405, 506, 607, 708), all);
    }

    [Fact]
    public async Task A_tuple_with_failures_holds_them_all()
    {
        var bad = new FakeTask((_, x) => throw new FormatException($"{x}"));
        FakeTask good = FakeTask.Of(x => x);

        var tuple = _pool.RunAllAsync(good.Unit(1), bad.Unit(2), bad.Unit(3));

        Assert.Equal("2", (await Assert.ThrowsAsync<FormatException>(() => tuple).OrHang()).Message);
        Assert.Equal(["2", "3"], tuple.Exception!.InnerExceptions.Select(error => error.Message));
    }

    [Fact]
    public async Task A_cancelled_tuple_carries_the_callers_token()
    {
        var token = new CancellationToken(canceled: true);
        FakeTask task = FakeTask.Of(x => x);
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pool.RunAllAsync(task.Unit(1), task.Unit(2), token)).OrHang();
        Assert.Equal(token, error.CancellationToken);
    }
}
