using Puddles.Runtime.Tests.Pools;
using Puddles.Runtime.Tests.Support;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Workers;

public sealed class SpareCallsTests
{
    [Fact]
    public void What_has_ended_in_the_usual_way_is_kept_and_holds_nothing()
    {
        WorkerCall[] ended = [Ended(), Ended(), Ended()];
        SpareChain chain = default;

        Array.ForEach(ended, call => chain.Add(call));

        Assert.Equal((3, ended[2], ended[0]), (chain.Count, chain.First, chain.Last));
        Assert.Same(ended[1], chain.First!.Next);
        Assert.All(ended, call => Assert.Null(call.Call));
    }

    [Fact]
    public void What_others_may_look_at_is_not_kept()
    {
        using var cancellation = new CancellationTokenSource();
        WorkerCall cancelable = Ended(Call(0, cancellation.Token));
        WorkerCall held = Ended();
        held.IsHeld = true;
        WorkerCall again = Ended();
        again.Attempt = 2;
        WorkerCall troubled = Ended();
        troubled.SeenRunningAt = 1;
        WorkerCall running = IncomingTests.NewCall(0);
        SpareChain chain = default;

        foreach (WorkerCall call in new[] { cancelable, held, again, troubled, running })
        {
            chain.Add(call);
            Assert.NotNull(call.Call);
        }

        Assert.Equal(0, chain.Count);
        SpareCalls.Return(chain);
    }

    [Fact]
    public void On_the_way_of_another_call_nothing_is_left_of_the_first()
    {
        using var cancellation = new CancellationTokenSource();
        WorkerCall call = Ended();
        call.IsWithdrawing = call.IsSent = call.Waits = true;
        call.End();

        call.Begin(Call(7, cancellation.Token));

        Assert.Equal((7, WorkerCallState.Queued, 1, 1), (call.Call.Index, call.State, call.Left, call.Attempt));
        Assert.False(call.IsWithdrawing || call.Waits);
        Assert.True(call.IsHeld);
        call.Begin(Call(8, default));
        Assert.False(call.IsHeld);
    }

    [Fact]
    public void A_worker_that_is_to_be_killed_for_a_call_is_not_killed_for_the_next_one()
    {
        var calls = new InFlightCalls();
        WorkerCall call = IncomingTests.NewCall(0);
        calls.Add(call);
        ulong first = call.Id;
        calls.Remove(first);
        Assert.False(calls.Contains(call, first));

        calls.Add(call);

        Assert.False(calls.Contains(call, first));
        Assert.True(calls.Contains(call, call.Id));
    }

    [Fact]
    public async Task Many_threads_take_and_return_and_none_has_what_another_has()
    {
        Task[] threads = [.. Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(() => TakeAndReturn(thread), TaskCreationOptions.LongRunning))];

        await Task.WhenAll(threads).OrHang();
    }

    [Fact]
    public void However_many_threads_took_some_no_more_are_kept_than_one_flood_needs()
    {
        for (int i = 0; i < 5; i++)
        {
            SpareChain chain = default;
            for (int count = 0; count < 10_000; count++)
            {
                chain.Add(Ended());
            }

            SpareCalls.Return(chain);
            var thread = new Thread(() => SpareCalls.Take(Call(0, default)));
            thread.Start();
            thread.Join();
        }

        // Other tests return some as well.
        Assert.InRange(SpareCalls.Kept, 0, 20_000);
    }

    private static void TakeAndReturn(int thread)
    {
        PromisedCall<int> own = Call(thread, default);
        for (int round = 0; round < 5_000; round++)
        {
            WorkerCall[] taken = [.. Enumerable.Range(0, 1 + (round % 7)).Select(_ => SpareCalls.Take(own))];
            Assert.Equal(taken.Length, taken.Distinct().Count());
            SpareChain chain = default;
            foreach (WorkerCall call in taken)
            {
                Assert.Same(own, call.Call);
                Assert.Null(call.Next);
                call.State = WorkerCallState.Settled;
                chain.Add(call);
            }

            SpareCalls.Return(chain);
        }
    }

    private static WorkerCall Ended(PromisedCall<int>? call = null) => new(call ?? Call(0, default)) { State = WorkerCallState.Settled };

    private static PromisedCall<int> Call(int index, CancellationToken cancellationToken) =>
        new(null!, FakeTask.Of(x => x).Unit(0), default, index, cancellationToken);
}
