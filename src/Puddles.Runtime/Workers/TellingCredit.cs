using System.Diagnostics;

namespace Puddles.Workers;

/// <summary>
/// Whether readers may tell many callers themselves. Each that is told adds what waking another thread for it would have taken,
/// and the time that it takes is taken off: where callers take longer than that, they are told by the thread pool for a
/// while, and each time longer. What is put by is so little that nobody waits long for a reader. Safe from any thread.
/// </summary>
internal sealed class TellingCredit
{
    private static readonly long ForEach = Stopwatch.Frequency / 200_000;
    private static readonly long Most = Stopwatch.Frequency / 25;
    private static readonly long First = Stopwatch.Frequency / 200;

    private readonly AwaiterTrust _trust = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2));
    private long _credit = First;

    public bool IsGiven => _trust.IsGiven;

    /// <param name="told">How many were told.</param>
    /// <param name="took">How long that took, in ticks of <see cref="Stopwatch"/>.</param>
    public void Settle(int told, long took)
    {
        // Of two readers that do this at once one is not counted, which is no matter.
        long credit = Volatile.Read(ref _credit) + (told * ForEach) - took;
        if (credit < 0)
        {
            _trust.Lose();
        }

        Volatile.Write(ref _credit, credit < 0 ? First : Math.Min(credit, Most));
    }

    public void Lose() => _trust.Lose();
}
