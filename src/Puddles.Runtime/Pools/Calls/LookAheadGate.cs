namespace Puddles;

/// <summary>
/// Bounds how many units are taken from a source ahead of their settling. One thread at a time enters and waits; any
/// thread leaves. A full gate opens when half of those inside have left, so that a waiter is woken once for many.
/// </summary>
internal sealed class LookAheadGate(int limit)
{
    private readonly int _limit = Math.Max(1, limit);
    private int _inside;
    private TaskCompletionSource? _waiter;

    public int Limit => _limit;

    private bool IsHalfEmpty => Volatile.Read(ref _inside) <= _limit / 2;

    public bool TryEnter()
    {
        if (Volatile.Read(ref _inside) >= _limit)
        {
            return false;
        }

        Interlocked.Increment(ref _inside);
        return true;
    }

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _waiter, waiter);

        // Those who left or cancelled before the waiter was there did not see it.
        if (IsHalfEmpty || cancellationToken.IsCancellationRequested)
        {
            Wake();
        }

        return waiter.Task;
    }

    public void Leave()
    {
        if (Interlocked.Decrement(ref _inside) <= _limit / 2 && Volatile.Read(ref _waiter) is not null)
        {
            Wake();
        }
    }

    /// <summary>Lets the waiter go on, though the gate may be full. Who does so because of a token cancels that first.</summary>
    public void Wake() => Interlocked.Exchange(ref _waiter, null)?.TrySetResult();
}
