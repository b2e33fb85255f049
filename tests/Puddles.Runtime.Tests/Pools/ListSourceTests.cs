using Puddles.Runtime.Tests.Support;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Pools;

/// <summary>Sources that let a pool wait, after they have given calls that could go in a bundle with others.</summary>
public sealed class ListSourceTests : IAsyncLifetime
{
    private const int First = 5;
    private const int Calls = 20;

    private readonly ProcessPool _pool = Programs.Pool();
    private readonly ListFolder _folder = new(Calls);
    private readonly TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task InitializeAsync() => await _folder.WarmUpAsync(_pool, _folder.Step);

    public async Task DisposeAsync()
    {
        _more.TrySetResult();
        await _pool.DisposeAsync().OrHang();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_a_source_gave_before_it_blocks_is_answered()
    {
        Task<int[]> list = Task.Run(() => _pool.RunAllAsync(Blocking()));

        await FirstHaveRunAsync();
        Assert.False(list.IsCompleted);
        _more.SetResult();
        Assert.Equal(Enumerable.Range(0, Calls), await list.OrHang());
    }

    [Fact]
    public async Task What_an_asynchronous_source_gave_before_it_waits_is_answered()
    {
        Task<int[]> list = _pool.RunAllAsync(Waiting());

        await FirstHaveRunAsync();
        Assert.False(list.IsCompleted);
        _more.SetResult();
        Assert.Equal(Enumerable.Range(0, Calls), await list.OrHang());
    }

    [Theory]
    [InlineData(StreamOrder.Completion)]
    [InlineData(StreamOrder.Submission)]
    public async Task A_stream_gives_the_outcomes_of_what_its_source_gave_before_it_blocks(StreamOrder order)
    {
        await ReleasedByReaderAsync(_pool.StreamAsync(Blocking(), order));
    }

    [Theory]
    [InlineData(StreamOrder.Completion)]
    [InlineData(StreamOrder.Submission)]
    public async Task A_stream_gives_the_outcomes_of_what_its_asynchronous_source_gave_before_it_waits(StreamOrder order)
    {
        await ReleasedByReaderAsync(_pool.StreamAsync(Waiting(), order));
    }

    [Fact]
    public async Task What_a_source_gave_before_it_throws_is_run()
    {
        Task<int[]> list = _pool.RunAllAsync(Throwing());

        Assert.Equal("no more", (await Assert.ThrowsAsync<FormatException>(() => list.OrHang())).Message);
        Assert.Equal(Enumerable.Range(0, Calls).Select(i => i < First ? 1 : 0), _folder.Runs.Select(runs => (int)runs));
    }

    [Fact]
    public async Task A_stream_gives_the_outcomes_of_what_its_source_gave_before_it_throws()
    {
        var indices = new List<int>();
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (PuddleOutcome<int> outcome in _pool.StreamAsync(Throwing(), StreamOrder.Submission))
            {
                indices.Add(outcome.Value);
            }
        });

        Assert.Equal(Enumerable.Range(0, First), indices);
    }

    [Fact]
    public async Task An_argument_that_waits_for_a_call_before_it_gets_that_answered()
    {
        await ListFolder.WarmUpAsync(_pool, ProcessTasks.UnitInc);
        using var ready = new ManualResetEvent(false);
        var waiting = new WaitingUnit(First, ready);
        IEnumerable<PuddleUnit<int>> Units()
        {
            for (int i = 0; i < First; i++)
            {
                yield return ProcessTasks.UnitInc(i);
            }

            yield return waiting;
        }

        int answered = 0;
        await foreach (PuddleOutcome<int> outcome in _pool.StreamAsync(Units()))
        {
            Assert.Equal(outcome.Index + 1, outcome.Value);
            Assert.True(outcome.Index < First || answered == First);
            if (++answered == First)
            {
                ready.Set();
            }
        }

        Assert.Equal(First + 1, answered);
        Assert.False(waiting.HasWaitedInVain);
    }

    private async Task ReleasedByReaderAsync(IAsyncEnumerable<PuddleOutcome<int>> outcomes)
    {
        int read = 0;
        await foreach (PuddleOutcome<int> outcome in outcomes)
        {
            Assert.Equal(outcome.Index, outcome.Value);
            if (++read == First)
            {
                _more.SetResult();
            }
        }

        Assert.Equal(Calls, read);
    }

    private async Task FirstHaveRunAsync()
    {
        using var limit = new CancellationTokenSource(Limits.Hang);
        while (_folder.Runs.Sum(runs => runs) < First)
        {
            await Task.Delay(5, limit.Token);
        }
    }

    private IEnumerable<PuddleUnit<int>> Blocking()
    {
        for (int i = 0; i < Calls; i++)
        {
            if (i == First)
            {
                Assert.True(_more.Task.Wait(2 * Limits.Hang));
            }

            yield return _folder.Step(i);
        }
    }

    private async IAsyncEnumerable<PuddleUnit<int>> Waiting()
    {
        for (int i = 0; i < Calls; i++)
        {
            if (i == First)
            {
                await _more.Task;
            }

            yield return _folder.Step(i);
        }
    }

    private IEnumerable<PuddleUnit<int>> Throwing()
    {
        for (int i = 0; i < First; i++)
        {
            yield return _folder.Step(i);
        }

        throw new FormatException("no more");
    }
}
