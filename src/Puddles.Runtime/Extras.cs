using System.Diagnostics;

namespace Puddles;

/// <summary>
/// Ready-made tasks for trying a pool out, and for tests of programs that use one: they sleep, tick and compute. Ordinary
/// tasks: each can be called as the method that it is, and has <c>RunXxx</c>, <c>UnitXxx</c> and <c>CountXxx</c>. Thread-safe.
/// </summary>
public static partial class Extras
{
    private const int StepsBetweenLooks = 10_000;

    /// <summary>Blocks its thread.</summary>
    /// <param name="seconds">For how long, from 0 to 2,000,000 seconds.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns><paramref name="seconds"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seconds"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [PuddleTask]
    public static double SyncSleep(double seconds = 1, CancellationToken cancellationToken = default)
    {
        cancellationToken.WaitHandle.WaitOne(Time(seconds));
        cancellationToken.ThrowIfCancellationRequested();
        return seconds;
    }

    /// <summary>Waits without a thread.</summary>
    /// <param name="seconds">For how long, from 0 to 2,000,000 seconds.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns><paramref name="seconds"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seconds"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [PuddleTask]
    public static async Task<double> AsyncSleep(double seconds = 1, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Time(seconds), cancellationToken).ConfigureAwait(false);
        return seconds;
    }

    /// <summary>Blocks its thread, and writes a line to standard output after each tick.</summary>
    /// <param name="ticks">How many ticks, from 0.</param>
    /// <param name="seconds">How long each takes, from 0 to 2,000,000 seconds.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns><paramref name="ticks"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ticks"/> or <paramref name="seconds"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [PuddleTask]
    public static int SleepTick(int ticks = 3, double seconds = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        for (int tick = 1; tick <= ticks; tick++)
        {
            SyncSleep(seconds, cancellationToken);
            Console.WriteLine($"tick {tick} of {ticks}");
        }

        return ticks;
    }

    /// <summary>Waits without a thread, and writes a line to standard output after each tick.</summary>
    /// <param name="ticks">How many ticks, from 0.</param>
    /// <param name="seconds">How long each takes, from 0 to 2,000,000 seconds.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns><paramref name="ticks"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ticks"/> or <paramref name="seconds"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [PuddleTask]
    public static async Task<int> AsyncSleepTick(int ticks = 3, double seconds = 1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ticks);
        for (int tick = 1; tick <= ticks; tick++)
        {
            await AsyncSleep(seconds, cancellationToken).ConfigureAwait(false);
            Console.WriteLine($"tick {tick} of {ticks}");
        }

        return ticks;
    }

    /// <summary>Keeps a core busy.</summary>
    /// <param name="seconds">For how long, from 0 to 2,000,000 seconds.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many steps it made: a measure of the core's speed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seconds"/> is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [PuddleTask]
    public static long Intense(double seconds = 1, CancellationToken cancellationToken = default)
    {
        TimeSpan time = Time(seconds);
        long began = Stopwatch.GetTimestamp();
        long steps = 0;
        uint state = 1;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int i = 0; i < StepsBetweenLooks; i++)
            {
                state = (state * 1_664_525) + 1_013_904_223;
            }

            steps += StepsBetweenLooks;
        }
        while (Stopwatch.GetElapsedTime(began) < time || state == 0);

        return steps;
    }

    /// <summary>A number at random around another.</summary>
    /// <param name="middle">The number.</param>
    /// <param name="spread">How far from it the result is at most.</param>
    /// <returns>A number from <paramref name="middle"/> - <paramref name="spread"/> to <paramref name="middle"/> + <paramref name="spread"/>.</returns>
    [PuddleTask]
    public static double Variate(double middle, double spread = 1) => middle + (((Random.Shared.NextDouble() * 2) - 1) * spread);

    private static TimeSpan Time(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, 2_000_000);
        return TimeSpan.FromSeconds(seconds);
    }
}
