using System.Diagnostics;

namespace Puddles.Watching;

/// <summary>Follows one call from its submission to its end, for an engine that does not count by itself. There is none where nobody wants to know. Safe from any thread.</summary>
internal sealed class CallWatch
{
    private readonly SharedTally? _tally;
    private readonly long _submittedAt = Stopwatch.GetTimestamp();
    private long _begunAt;
    private int _ended;

    private CallWatch(SharedTally? tally) => _tally = tally;

    /// <summary>Begins to follow a call that is about to be submitted.</summary>
    public static CallWatch? Start(SharedTally? tally)
    {
        if (tally is null)
        {
            return null;
        }

        tally.Submit();
        return new CallWatch(tally);
    }

    /// <summary>Notes that its task is about to run.</summary>
    public void Begin()
    {
        Volatile.Write(ref _begunAt, Stopwatch.GetTimestamp());
        _tally?.Begin();
    }

    /// <summary>Notes how it ends, before its caller learns of it; only the first time counts.</summary>
    public void End(CallOutcome outcome)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        long begunAt = Volatile.Read(ref _begunAt);
        _tally?.Settle(outcome, begunAt == 0
            ? null
            : (Durations.Nanoseconds(_submittedAt, begunAt), Durations.Nanoseconds(begunAt, Stopwatch.GetTimestamp())));
    }
}
