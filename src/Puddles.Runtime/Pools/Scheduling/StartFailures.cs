namespace Puddles.Scheduling;

/// <summary>Decides how long to go on trying to start workers that do not live, and how fast. Guarded by the pool's lock.</summary>
internal sealed class StartFailures(TimeProvider time)
{
    private const int Patience = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private int _failedStarts;
    private int _uselessLives;
    private long _lastAt;

    /// <summary>Whether the last start failed.</summary>
    public bool Any => _failedStarts > 0;

    /// <summary>How long to wait before the next worker is started; zero where it can be at once. The first replacement never waits; those after it wait twice as long each time, until a worker answers a call.</summary>
    public TimeSpan Pause
    {
        get
        {
            if (_uselessLives < 2)
            {
                return TimeSpan.Zero;
            }

            double doublings = Math.Pow(2, Math.Min(_uselessLives - 2, 16));
            TimeSpan pause = TimeSpan.FromTicks((long)Math.Min(FirstPause.Ticks * doublings, LongestPause.Ticks));
            TimeSpan left = pause - time.GetElapsedTime(_lastAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Takes into account that a worker became ready.</summary>
    public void NoteReady() => _failedStarts = 0;

    /// <summary>Takes into account that a worker answered a call.</summary>
    public void NoteAnswer() => _uselessLives = 0;

    /// <summary>Takes into account that a worker died before it was given anything to do.</summary>
    public void NoteUselessLife()
    {
        _uselessLives++;
        _lastAt = time.GetTimestamp();
    }

    /// <summary>Takes a failed start into account.</summary>
    /// <returns>Whether those who wait should be told; what took all its time to fail, or failed for a reason of the program's own, is not tried again first.</returns>
    public bool GiveUp(WorkerStartException error)
    {
        NoteUselessLife();
        _failedStarts++;
        return error.IsFinal || _failedStarts >= Patience;
    }
}
