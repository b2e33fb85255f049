using Puddles.Hosting;
using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class CallLedgerRaceTests
{
    private const int Calls = 300_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_call_is_either_begun_or_taken_back_however_close_the_two_come(bool isSerial)
    {
        var ledger = new CallLedger(isSerial);
        var begun = new bool[Calls + 1];
        var withdrawn = new bool[Calls + 1];
        var told = new int[Calls + 1];
        int at = 0;

        Task withdrawing = Task.Factory.StartNew(
            () =>
            {
                for (int id; (id = Volatile.Read(ref at) + 1) <= Calls;)
                {
                    withdrawn[id] |= ledger.TryWithdraw((ulong)id, taken => told[taken]++);
                }
            },
            TaskCreationOptions.LongRunning);
        for (int id = 1; id <= Calls; id++)
        {
            Volatile.Write(ref at, id - 1);
            begun[id] = ledger.TryBegin((ulong)id);
            if (begun[id])
            {
                ledger.End((ulong)id);
            }
        }

        Volatile.Write(ref at, Calls);
        await withdrawing.OrHang();
        for (int id = 1; id <= Calls; id++)
        {
            Assert.True(begun[id] != withdrawn[id], $"Call {id} begun: {begun[id]}, taken back: {withdrawn[id]}.");
            Assert.Equal(withdrawn[id] ? 1 : 0, told[id]);
        }
    }

    [Fact]
    public void A_token_is_that_of_the_call_that_runs()
    {
        var ledger = new CallLedger(isSerial: true);
        Assert.True(ledger.TryBegin(1));
        CancellationToken first = ledger.TokenOf(1);
        Assert.Equal(first, ledger.TokenOf(1));

        Assert.True(ledger.TryBegin(2));
        ledger.Cancel(1);
        Assert.False(ledger.IsCanceled(2));
        Assert.NotEqual(first, ledger.TokenOf(2));
        Assert.False(ledger.TokenOf(3).CanBeCanceled);
        Assert.False(ledger.TokenOf(2).IsCancellationRequested);
    }

    [Fact]
    public async Task One_that_was_cancelled_before_it_asks_for_its_token_finds_it_cancelled()
    {
        var ledger = new CallLedger(isSerial: true);
        Assert.True(ledger.TryBegin(1));

        ledger.Cancel(1);

        var canceled = new TaskCompletionSource();
        using CancellationTokenRegistration registration = ledger.TokenOf(1).Register(canceled.SetResult);
        await canceled.Task.OrHang();
        Assert.True(ledger.IsCanceled(1));
    }
}
