using System.Diagnostics;

namespace Puddles.Workers;

/// <summary>
/// Whether those who await results are trusted to go on where a result is read. Each time that one of them keeps the
/// reader away for long, trust is gone for a while, and each time for longer. Safe from any thread.
/// </summary>
/// <param name="first">For how long trust is lost the first time.</param>
/// <param name="longest">For how long at most.</param>
internal sealed class AwaiterTrust(TimeSpan first, TimeSpan longest)
{
    private long _regainedAt;
    private long _penaltyTicks = first.Ticks;

    public bool IsGiven => Volatile.Read(ref _regainedAt) is var at && (at == 0 || at <= Stopwatch.GetTimestamp());

    public void Lose()
    {
        long penalty = Interlocked.Read(ref _penaltyTicks);
        Volatile.Write(ref _regainedAt, Stopwatch.GetTimestamp() + (long)(TimeSpan.FromTicks(penalty).TotalSeconds * Stopwatch.Frequency));
        Interlocked.Exchange(ref _penaltyTicks, Math.Min(penalty * 2, longest.Ticks));
    }
}
