namespace Puddles;

/// <summary>
/// Bounds how many units are taken from a source ahead of their settling. One thread at a time enters and waits; any
/// thread leaves. A full gate opens when half of those inside have left, so that a waiter is woken once for many.
/// </summary>
internal sealed class LookAheadGate(int limit)
{
    /// <summary>How many places are taken at a time, for one after the other: those who leave change the same number.</summary>
    private const int MostPlaces = 64;

    private readonly int _limit = Math.Max(1, limit);
    private int _inside;
    private int _places;
    private TaskCompletionSource? _waiter;

    public int Limit => _limit;

    private bool IsHalfEmpty => Volatile.Read(ref _inside) <= _limit / 2;

    public bool TryEnter()
    {
        if (_places == 0 && Volatile.Read(ref _inside) is var inside && inside < _limit)
        {
            _places = Math.Clamp((_limit - inside) / 2, 1, MostPlaces);
            Interlocked.Add(ref _inside, _places);
        }

        bool mayEnter = _places > 0;
        _places -= mayEnter ? 1 : 0;
        return mayEnter;
    }

    /// <summary>Enters where there is known to be room.</summary>
    public void Enter()
    {
        if (!TryEnter())
        {
            throw new InvalidOperationException("The look-ahead is full.");
        }
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

    public void Leave(int count)
    {
        if (Interlocked.Add(ref _inside, -count) <= _limit / 2 && Volatile.Read(ref _waiter) is not null)
        {
            Wake();
        }
    }

    /// <summary>Lets the waiter go on, though the gate may be full. Who does so because of a token cancels that first.</summary>
    public void Wake() => Interlocked.Exchange(ref _waiter, null)?.TrySetResult();
}
