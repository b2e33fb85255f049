using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class LookAheadGateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(127)]
    [InlineData(1024)]
    public void As_many_enter_as_there_may_be_and_no_more(int limit)
    {
        var gate = new LookAheadGate(limit);
        for (int i = 0; i < limit; i++)
        {
            gate.Enter();
        }

        Assert.False(gate.TryEnter());
        Assert.Throws<InvalidOperationException>(gate.Enter);
        gate.Leave(1);
        Assert.True(gate.TryEnter());
        Assert.False(gate.TryEnter());
    }

    [Fact]
    public async Task Who_waits_goes_on_when_half_have_left()
    {
        var gate = new LookAheadGate(4);
        for (int i = 0; i < 4; i++)
        {
            gate.Enter();
        }

        Task waiting = gate.WaitAsync(CancellationToken.None);
        gate.Leave(1);
        Assert.False(waiting.IsCompleted);
        gate.Leave(1);
        await waiting.OrHang();
    }

    [Fact]
    public async Task Who_waits_where_half_have_left_already_goes_on()
    {
        var gate = new LookAheadGate(4);
        gate.Enter();
        await gate.WaitAsync(CancellationToken.None).OrHang();
        await gate.WaitAsync(new CancellationToken(canceled: true)).OrHang();
    }

    [Fact]
    public async Task One_that_enters_and_many_that_leave_never_stand_still()
    {
        const int Entries = 200_000;
        const int Limit = 100;
        var gate = new LookAheadGate(Limit);
        using var inside = new SemaphoreSlim(0);
        int left = 0;
        Task[] leaving = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref left) <= Entries)
            {
                await inside.WaitAsync();
                gate.Leave(1);
            }
        }))];

        await Task.Run(async () =>
        {
            for (int entered = 0; entered < Entries;)
            {
                if (gate.TryEnter())
                {
                    entered++;
                    inside.Release();
                }
                else
                {
                    await gate.WaitAsync(CancellationToken.None);
                }

                Assert.InRange(inside.CurrentCount, 0, Limit);
            }
        }).OrHang();
        await Task.WhenAll(leaving).OrHang();
    }
}
