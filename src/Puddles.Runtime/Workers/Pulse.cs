using System.Diagnostics;

namespace Puddles.Workers;

/// <summary>Tells whether a worker still answers: it is pinged now and then while it has calls, and whatever it says counts.</summary>
internal sealed class Pulse
{
    private long _pingedAt;
    private long _feltAt;

    /// <summary>Notes that the worker said something. Safe from any thread.</summary>
    public void Feel() => Volatile.Write(ref _feltAt, Stopwatch.GetTimestamp());

    /// <summary>When the worker said something last, as a <see cref="Stopwatch"/> timestamp; 0 where it never has.</summary>
    public long FeltAt => Volatile.Read(ref _feltAt);

    /// <summary>Whether it is time to ping it.</summary>
    /// <param name="period">How often.</param>
    /// <param name="now">The time, as a <see cref="Stopwatch"/> timestamp; noted as the time of the ping where it is time.</param>
    public bool IsPingDue(TimeSpan period, long now)
    {
        bool isAwaited = _pingedAt != 0 && Volatile.Read(ref _feltAt) < _pingedAt;
        if (isAwaited || Stopwatch.GetElapsedTime(_pingedAt, now) < period)
        {
            return false;
        }

        _pingedAt = now;
        return true;
    }

    /// <summary>For how long a ping has not been answered; zero where none is open.</summary>
    public TimeSpan Silence(long now) =>
        _pingedAt != 0 && Volatile.Read(ref _feltAt) < _pingedAt ? Stopwatch.GetElapsedTime(_pingedAt, now) : TimeSpan.Zero;

    /// <summary>Forgets an open ping: nobody was there to hear the answer.</summary>
    public void Reset() => _pingedAt = 0;
}
