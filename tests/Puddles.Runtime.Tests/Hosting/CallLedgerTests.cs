using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class CallLedgerTests
{
    [Fact]
    public void A_call_that_was_taken_back_does_not_begin()
    {
        var ledger = new CallLedger(isSerial: true);
        var told = new List<ulong>();

        Assert.True(ledger.TryBegin(1));
        Assert.True(ledger.TryWithdraw(2, told.Add));
        Assert.False(ledger.TryWithdraw(2, told.Add));
        Assert.False(ledger.TryBegin(2));
        Assert.True(ledger.TryBegin(3));
        Assert.False(ledger.TryWithdraw(3, told.Add));
        Assert.Equal([2ul], told);
    }

    [Fact]
    public async Task No_later_call_begins_before_the_host_is_told_of_one_taken_back()
    {
        var ledger = new CallLedger(isSerial: true);
        Task<bool>? later = null;

        Assert.True(ledger.TryWithdraw(1, _ =>
        {
            later = Task.Factory.StartNew(() => ledger.TryBegin(2), TaskCreationOptions.LongRunning);
            Assert.False(later.Wait(TimeSpan.FromMilliseconds(50)));
        }));

        Assert.True(await Support.Limits.OrHang(later!));
    }

    [Fact]
    public async Task Each_running_call_is_cancelled_by_its_own_number()
    {
        var ledger = new CallLedger(isSerial: false);
        Assert.True(ledger.TryBegin(1));
        Assert.True(ledger.TryBegin(2));
        CancellationToken first = ledger.TokenOf(1);
        CancellationToken second = ledger.TokenOf(2);
        var canceled = new TaskCompletionSource();
        using CancellationTokenRegistration registration = second.Register(canceled.SetResult);

        ledger.Cancel(3);
        ledger.Cancel(2);
        await Support.Limits.OrHang(canceled.Task);
        Assert.False(first.IsCancellationRequested);

        ledger.End(1);
        ledger.Cancel(1);
        ledger.End(2);
        Assert.False(first.IsCancellationRequested);
    }
}
