using System.Diagnostics;

namespace Puddles.Watching;

internal static class Durations
{
    /// <summary>The time between two <see cref="Stopwatch"/> timestamps.</summary>
    public static long Nanoseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).Ticks * TimeSpan.NanosecondsPerTick;
}
