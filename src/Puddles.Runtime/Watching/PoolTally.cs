namespace Puddles.Watching;

/// <summary>The running numbers of a pool: adding to them is a few additions. Not safe for use by two threads at once; its owner's lock guards it.</summary>
internal sealed class PoolTally
{
    private readonly long[] _settled = new long[CallOutcomes.Count];
    private readonly DurationHistogram _wait = new();
    private readonly DurationHistogram _run = new();

    public long BytesSent { get; set; }

    public long BytesReceived { get; set; }

    public long LostWorkers { get; set; }

    public void Settle(CallOutcome outcome, int calls) => _settled[(int)outcome] += calls;

    /// <summary>Counts a call that was taken to be done as something else.</summary>
    public void Correct(CallOutcome outcome)
    {
        _settled[(int)CallOutcome.Done]--;
        _settled[(int)outcome]++;
    }

    /// <summary>Notes how long a call waited and ran, in nanoseconds.</summary>
    public void Time(long waited, long ran)
    {
        _wait.Add(waited);
        _run.Add(ran);
    }

    public PoolStats Snapshot() => new()
    {
        Done = Of(CallOutcome.Done),
        Failed = new PoolFailures
        {
            Threw = Of(CallOutcome.Threw),
            NotSerialized = Of(CallOutcome.NotSerialized),
            WorkerDied = Of(CallOutcome.WorkerDied),
            WorkerNotStarted = Of(CallOutcome.WorkerNotStarted),
            PoolClosed = Of(CallOutcome.PoolClosed),
            Other = Of(CallOutcome.Other),
        },
        Canceled = Of(CallOutcome.Canceled),
        TimedOut = Of(CallOutcome.TimedOut),
        LostWorkers = LostWorkers,
        Wait = _wait.Percentiles(),
        Run = _run.Percentiles(),
        BytesSent = BytesSent,
        BytesReceived = BytesReceived,
    };

    private long Of(CallOutcome outcome) => _settled[(int)outcome];
}
