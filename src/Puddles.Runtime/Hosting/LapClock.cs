using System.Diagnostics;

namespace Puddles.Hosting;

/// <summary>
/// Tells how long each call takes, where one begins when the one before ends. To look at the clock takes as long as the shortest
/// tasks: of calls that came together and take less than a microsecond, it is looked at once for eight; seven are told what those
/// before took on average, and the eighth the rest.
/// </summary>
internal struct LapClock
{
    private const int MostLaps = 8;
    private const long Short = 1_000;

    private int _laps;
    private long _lap;
    private long _told;

    /// <summary>When it was looked at last, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long Now { get; private set; }

    /// <summary>Begins the first of some laps.</summary>
    public void Start()
    {
        Now = Stopwatch.GetTimestamp();
        _laps = 0;
        _told = 0;
    }

    /// <summary>Ends a lap and begins the next.</summary>
    /// <param name="mayCount">Whether it may be told as long as those just before.</param>
    /// <returns>How long it was, in nanoseconds.</returns>
    public ulong Lap(bool mayCount)
    {
        _laps++;
        if (!mayCount || _lap >= Short || _laps == MostLaps)
        {
            long now = Stopwatch.GetTimestamp();
            var all = (long)Stopwatch.GetElapsedTime(Now, now).TotalNanoseconds;
            long rest = Math.Max(0, all - _told);
            _lap = all / _laps;
            Now = now;
            _laps = 0;
            _told = 0;
            return (ulong)rest;
        }

        _told += _lap;
        return (ulong)_lap;
    }
}
