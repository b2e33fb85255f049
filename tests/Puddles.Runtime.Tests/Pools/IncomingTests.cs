using Puddles.Runtime.Tests.Support;
using Puddles.Scheduling;
using Puddles.Workers;

namespace Puddles.Runtime.Tests.Pools;

public sealed class IncomingTests
{
    [Fact]
    public void Calls_are_taken_in_the_order_in_which_they_came()
    {
        var incoming = new Incoming();
        WorkerCall[] calls = [.. Enumerable.Range(0, 5).Select(NewCall)];
        Array.ForEach(calls, incoming.Add);

        Assert.False(incoming.IsEmpty);
        Assert.Equal(calls, Follow(incoming.TakeAll()));
        Assert.True(incoming.IsEmpty);
        Assert.Null(incoming.TakeAll());
    }

    [Fact]
    public async Task What_many_add_while_it_is_taken_comes_once_each_and_in_the_order_of_each()
    {
        const int Threads = 4;
        const int Calls = 20_000;
        var incoming = new Incoming();
        Task[] adding = [.. Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < Calls; i++)
            {
                incoming.Add(NewCall((thread * Calls) + i));
            }
        }))];

        var taken = new List<int>();
        while (taken.Count < Threads * Calls && !Array.TrueForAll(adding, task => task.IsCompleted && incoming.IsEmpty))
        {
            taken.AddRange(Follow(incoming.TakeAll()).Select(call => call.Call.Index));
        }

        await Task.WhenAll(adding).OrHang();
        taken.AddRange(Follow(incoming.TakeAll()).Select(call => call.Call.Index));
        Assert.Equal(Enumerable.Range(0, Threads * Calls), taken.OrderBy(index => index / Calls));
    }

    internal static WorkerCall NewCall(int index) => new(new PromisedCall<int>(null!, FakeTask.Of(x => x).Unit(0), default, index, default));

    private static List<WorkerCall> Follow(WorkerCall? first)
    {
        var calls = new List<WorkerCall>();
        for (WorkerCall? call = first; call is not null; call = call.Next)
        {
            calls.Add(call);
        }

        return calls;
    }
}
