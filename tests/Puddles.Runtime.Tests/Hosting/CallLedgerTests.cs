using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class CallLedgerTests
{
    [Fact]
    public void A_call_that_was_taken_back_does_not_begin()
    {
        var ledger = new CallLedger();
        var told = new List<ulong>();

        Assert.True(ledger.TryBegin(1, out _));
        Assert.True(ledger.TryWithdraw(2, told.Add));
        Assert.False(ledger.TryWithdraw(2, told.Add));
        Assert.False(ledger.TryBegin(2, out _));
        Assert.True(ledger.TryBegin(3, out _));
        Assert.False(ledger.TryWithdraw(3, told.Add));
        Assert.Equal([2ul], told);
    }

    [Fact]
    public async Task No_later_call_begins_before_the_host_is_told_of_one_taken_back()
    {
        var ledger = new CallLedger();
        Task<bool>? later = null;

        Assert.True(ledger.TryWithdraw(1, _ =>
        {
            later = Task.Factory.StartNew(() => ledger.TryBegin(2, out var _), TaskCreationOptions.LongRunning);
            Assert.False(later.Wait(TimeSpan.FromMilliseconds(50)));
        }));

        Assert.True(await Support.Limits.OrHang(later!));
    }

    [Fact]
    public async Task Each_running_call_is_cancelled_by_its_own_number()
    {
        var ledger = new CallLedger();
        Assert.True(ledger.TryBegin(1, out CancellationToken first));
        Assert.True(ledger.TryBegin(2, out CancellationToken second));
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
