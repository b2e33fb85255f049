using System.Diagnostics;

namespace Puddles.Workers;

/// <summary>Counts the time in which this process could do something: where it was stopped between two looks, only a little of that counts. To be looked at often.</summary>
internal sealed class AwakeTime
{
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(250);

    private long _lookedAt = Stopwatch.GetTimestamp();
    private TimeSpan _counted;

    /// <summary>Looks.</summary>
    /// <returns>The time that counts so far.</returns>
    public TimeSpan Look()
    {
        long now = Stopwatch.GetTimestamp();
        TimeSpan gap = Stopwatch.GetElapsedTime(_lookedAt, now);
        _lookedAt = now;
        _counted += gap < LongestGap ? gap : LongestGap;
        return _counted;
    }
}
