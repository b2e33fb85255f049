using MessagePack;
using Puddles.Runtime.Tests.Support;
using Puddles.Serialization;
using Puddles.Watching;

namespace Puddles.Runtime.Tests.Pools;

public sealed class OpenBundleTests
{
    private static readonly FakeTask One = FakeTask.Of(x => x);
    private static readonly FakeTask Other = new((_, x) => new(x), id: 0xFA4F);

    [Fact]
    public void Calls_go_together_up_to_as_many_as_the_pool_wants()
    {
        var pool = new BundlingPool(together: 8);

        _ = pool.RunAllAsync(Enumerable.Range(0, 20).Select(One.Unit));

        Assert.Equal([(0, 8), (8, 8), (16, 4)], pool.Shape);
    }

    [Fact]
    public void One_that_is_alone_is_a_call_as_any()
    {
        var pool = new BundlingPool(together: 8);

        _ = pool.RunAllAsync(Enumerable.Range(0, 9).Select(One.Unit));

        Assert.Equal([(0, 8), (8, 1)], pool.Shape);
        Assert.Equal(Dispatch.Arguments(8), pool.Calls[1].Arguments.ToArray());
    }

    [Fact]
    public void A_pool_that_wants_them_one_by_one_gets_them_so()
    {
        var pool = new BundlingPool(together: 1);

        _ = pool.RunAllAsync(Enumerable.Range(0, 3).Select(One.Unit));

        Assert.Equal([(0, 1), (1, 1), (2, 1)], pool.Shape);
    }

    [Fact]
    public void What_is_of_another_task_or_has_options_or_cannot_be_written_parts_what_goes_together()
    {
        var pool = new BundlingPool(together: 8);

        Task<int[]> batch = pool.RunAllAsync<int>([One.Unit(0), One.Unit(1), Other.Unit(2), Other.Unit(3), One.Unit(4).WithPriority(1), One.Unit(5), One.Unit(6), One.Unit(FakeUnit.Unwritable), One.Unit(8), One.Unit(9)]);

        Assert.Equal([(0, 2), (2, 2), (4, 1), (5, 2), (8, 2)], pool.Shape);
        Assert.False(batch.IsCompleted);
    }

    [Fact]
    public void What_is_large_goes_by_itself_and_many_bytes_are_parted()
    {
        var pool = new BundlingPool(together: 1000);
        PuddleUnit<int> Sized(int bytes) => new RawUnit<int>(One, new byte[bytes], One.Unit(0));

        _ = pool.RunAllAsync([Sized(10), Sized(10), Sized(3_000), .. Enumerable.Repeat(0, 40).Select(_ => Sized(2_000))]);

        Assert.Equal((0, 2), pool.Shape[0]);
        Assert.Equal((2, 1), pool.Shape[1]);
        Assert.All(pool.Calls, call => Assert.InRange(call.Arguments.Length, 1, 35_000));
        Assert.Equal(Enumerable.Range(0, 43), pool.Shape.SelectMany(shape => Enumerable.Range(shape.Index, shape.Count)));
    }

    [Fact]
    public async Task Each_is_settled_by_itself_and_the_batch_when_all_are()
    {
        var pool = new BundlingPool(together: 4);
        Task<int[]> batch = pool.RunAllAsync(Enumerable.Range(0, 4).Select(One.Unit));
        PuddleCall bundle = Assert.Single(pool.Calls);

        bundle.SetResultOf(2, Result(20), out CallOutcome outcome);
        Assert.Equal(CallOutcome.Done, outcome);
        bundle.Report();
        PuddleCall first = bundle.Extract(0);
        Assert.Equal(Dispatch.Arguments(0), first.Arguments.ToArray());
        Assert.True(first.TrySetResult(Result(0)));
        bundle.SetResultOf(3, new byte[] { 0xC0 }, out outcome);
        Assert.Equal(CallOutcome.NotSerialized, outcome);
        Assert.False(bundle.IsSettled);
        Assert.False(batch.IsCompleted);
        Assert.True(bundle.Extract(1).TrySetException(new FormatException("1")));

        Assert.True(bundle.IsSettled);
        await Assert.ThrowsAsync<FormatException>(() => batch.OrHang());
        Assert.Equal(2, batch.Exception!.InnerExceptions.Count);
    }

    [Fact]
    public async Task One_that_was_not_sent_is_settled_as_a_whole_and_once()
    {
        var pool = new BundlingPool(together: 4);
        Task<int[]> batch = pool.RunAllAsync(Enumerable.Range(0, 4).Select(One.Unit));
        PuddleCall bundle = Assert.Single(pool.Calls);

        Assert.True(bundle.TrySetException(new FormatException()));
        Assert.False(bundle.TrySetException(new FormatException()));
        Assert.False(bundle.TrySetCanceled());

        await Assert.ThrowsAsync<FormatException>(() => batch.OrHang());
        Assert.Equal(4, batch.Exception!.InnerExceptions.Count);
    }

    [Fact]
    public async Task The_clock_sends_what_its_source_lets_wait()
    {
        var pool = new BundlingPool(together: 8);
        using var more = new ManualResetEventSlim();
        IEnumerable<PuddleUnit<int>> Units()
        {
            yield return One.Unit(0);
            yield return One.Unit(1);
            Assert.True(more.Wait(Limits.Hang));
            yield return One.Unit(2);
        }

        Task taking = Task.Run(() => pool.RunAllAsync(Units()));
        using var limit = new CancellationTokenSource(Limits.Hang);
        while (pool.Shape.Sum(shape => shape.Count) < 2)
        {
            await Task.Delay(5, limit.Token);
        }

        more.Set();
        while (pool.Shape.Sum(shape => shape.Count) < 3)
        {
            await Task.Delay(5, limit.Token);
        }

        Assert.Equal([0, 1, 2], pool.Shape.SelectMany(shape => Enumerable.Range(shape.Index, shape.Count)));
        Assert.False(taking.IsFaulted);
    }

    [Fact]
    public void What_goes_together_is_not_cut_to_what_workers_of_another_build_know()
    {
        var pool = new BundlingPool(together: 4);
        IEnumerable<PuddleUnit<int>> Units()
        {
            foreach (int i in Enumerable.Range(0, 12))
            {
                if (i == 4)
                {
                    var failure = new PayloadBuffer();
                    Failure.WriteContractMismatch(failure, new FakeTask((_, x) => new(x), "x: int\ny: int = default\n-> int"));
                    Assert.True(pool.Calls[0].Extract(0).TrySetFailure(failure.Detach()));
                }

                yield return One.Unit(i);
            }
        }

        Task<int[]> batch = pool.RunAllAsync(Units());

        Assert.Equal([(0, 4), (4, 4), (8, 4)], pool.Shape.Where(shape => shape.Count > 1));
        Assert.False(batch.IsCompleted);
    }

    private static ReadOnlyMemory<byte> Result(int value)
    {
        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.Write(value);
        writer.Flush();
        return buffer.Detach();
    }
}
