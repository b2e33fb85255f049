using System.Diagnostics;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>
/// Decides whether to spin for what comes next before going to sleep. To spin for as long as a wake-up would take costs
/// at most twice the best that could be known beforehand (Karlin et al., 1991); where spinning did not pay lately it
/// is tried only now and then, and where it was interrupted, which shows that there are fewer processors than spinners,
/// more seldom still. Used by one thread at a time.
/// </summary>
internal sealed class SpinGauge
{
    private const int Patience = 4;
    private const int MostMisses = Patience + 6;
    private const int PollsPerLook = 16;

    private static readonly long Longest = Stopwatch.Frequency / 20_000;
    private static readonly bool HasRoom = Environment.ProcessorCount > 1;

    private int _misses;
    private int _sleepsUntilNext;

    /// <summary>Spins, if that is worth it.</summary>
    /// <param name="hasCome">Whether that which is waited for is there.</param>
    /// <returns>Whether it is there.</returns>
    public bool Spin(Func<bool> hasCome)
    {
        if (!HasRoom || !IsWorthIt())
        {
            return false;
        }

        if (TrySpin(hasCome, out bool wasInterrupted))
        {
            _misses = 0;
            return true;
        }

        _misses = Math.Min(MostMisses, _misses + (wasInterrupted ? 2 : 1));
        _sleepsUntilNext = _misses < Patience ? 0 : 1 << (_misses - Patience);
        return false;
    }

    /// <summary>Spins for what is known to be under way, whatever was gained by it lately.</summary>
    /// <param name="hasCome">Whether that which is waited for is there.</param>
    /// <returns>Whether it is there.</returns>
    public static bool SpinLong(Func<bool> hasCome) => HasRoom && TrySpin(hasCome, out _);

    private static bool TrySpin(Func<bool> hasCome, out bool wasInterrupted)
    {
        wasInterrupted = false;
        long began = Stopwatch.GetTimestamp();
        long before = began;
        while (true)
        {
            for (int i = 0; i < PollsPerLook; i++)
            {
                if (hasCome())
                {
                    return true;
                }

                Thread.SpinWait(1);
            }

            long now = Stopwatch.GetTimestamp();
            if (now - began > Longest)
            {
                wasInterrupted = now - before > Longest / 2;
                return hasCome();
            }

            before = now;
        }
    }

    private bool IsWorthIt() => _sleepsUntilNext == 0 || --_sleepsUntilNext == 0;
}
