namespace Puddles.Watching;

/// <summary>The numbers of an engine that does not count by itself. Safe from any thread.</summary>
internal sealed class SharedTally
{
    private readonly Lock _gate = new();
    private readonly PoolTally _tally = new();
    private int _unsettled;
    private int _running;

    public void Submit()
    {
        lock (_gate)
        {
            _unsettled++;
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            _running++;
        }
    }

    /// <summary>Counts a call that ended.</summary>
    /// <param name="outcome">How.</param>
    /// <param name="ran">How long it waited and ran, in nanoseconds; null where it did not begin, or the engine did not say that it did.</param>
    public void Settle(CallOutcome outcome, (long Waited, long Ran)? ran)
    {
        lock (_gate)
        {
            _unsettled--;
            _tally.Settle(outcome, 1);
            if (ran is { } times)
            {
                _running--;
                _tally.Time(times.Waited, times.Ran);
            }
        }
    }

    public PoolStats Snapshot()
    {
        lock (_gate)
        {
            return _tally.Snapshot() with { Queued = _unsettled - _running, Running = _running };
        }
    }
}
