using System.Numerics;

namespace Puddles.Watching;

/// <summary>
/// Counts durations so that percentiles can be told: sixteen equal steps for each power of two of nanoseconds, the
/// log-linear layout of HdrHistogram (Gil Tene, hdrhistogram.org). A percentile is the middle of its step, so it is
/// off by 1/32 at most. 8 KB, and adding one is two additions. Not safe for use by two threads at once.
/// </summary>
internal sealed class DurationHistogram
{
    private const int StepBits = 4;
    private const int Steps = 1 << StepBits;
    private const int Powers = 64 - StepBits;

    private readonly long[] _counts = new long[Powers * Steps];
    private long _count;

    public void Add(long nanoseconds)
    {
        _counts[IndexOf(Math.Max(0, nanoseconds))]++;
        _count++;
    }

    public DurationPercentiles Percentiles() => new()
    {
        Count = _count,
        P50 = Percentile(0.50),
        P90 = Percentile(0.90),
        P99 = Percentile(0.99),
    };

    private TimeSpan Percentile(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * _count));
        long seen = 0;
        for (int index = 0; index < _counts.Length; index++)
        {
            seen += _counts[index];
            if (seen >= rank)
            {
                return TimeSpan.FromTicks(MiddleOf(index) / TimeSpan.NanosecondsPerTick);
            }
        }

        return TimeSpan.Zero;
    }

    private static int IndexOf(long nanoseconds)
    {
        if (nanoseconds < Steps)
        {
            return (int)nanoseconds;
        }

        int power = BitOperations.Log2((ulong)nanoseconds) - StepBits;
        return ((power + 1) << StepBits) + (int)((nanoseconds >> power) & (Steps - 1));
    }

    private static long MiddleOf(int index)
    {
        int power = (index >> StepBits) - 1;
        return power < 0
            ? index
            : ((long)(Steps + (index & (Steps - 1))) << power) + ((1L << power) / 2);
    }
}
