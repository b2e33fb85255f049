using System.Diagnostics;
using Puddles.Wire;

namespace Puddles.Watching;

/// <summary>Follows one call from its submission to its end. There is none where nobody wants to know. Safe from any thread, and throws nothing, whatever those who listen do.</summary>
internal sealed class CallWatch
{
    private readonly string _pool;
    private readonly string _task;
    private readonly SharedTally? _tally;
    private readonly Activity? _activity;
    private readonly long _submittedAt = Stopwatch.GetTimestamp();
    private long _begunAt;
    private (long Waited, long Ran)? _times;
    private int _ended;

    private CallWatch(string pool, string task, SharedTally? tally)
    {
        _pool = pool;
        _task = task;
        _tally = tally;
        tally?.Submit();
        if (!CallTracing.IsWanted)
        {
            return;
        }

        try
        {
            _activity = CallTracing.StartClient(task);
        }
        catch (Exception)
        {
            // A listener that throws has no trace of this call.
        }

        Trace = CallTrace.Of(_activity ?? Activity.Current);
        _activity?.SetTag(Telemetry.Pool, pool).SetTag(Telemetry.Task, task);
    }

    /// <summary>What the worker is told of the trace that the call is part of; null for nothing.</summary>
    public CallTrace? Trace { get; }

    /// <summary>Whether anybody wants to know of single calls.</summary>
    public static bool IsWanted => PuddlesMeter.IsTiming || PuddlesEventSource.Log.HearsCalls || CallTracing.IsWanted;

    /// <summary>Begins to follow a call that is about to be submitted, if anybody wants to know of it.</summary>
    /// <param name="pool">The name of the pool.</param>
    /// <param name="task">The name of the task.</param>
    /// <param name="tally">Where to count it; null where the engine counts by itself.</param>
    public static CallWatch? Start(string pool, string task, SharedTally? tally) =>
        tally is not null || IsWanted
            ? new CallWatch(pool, task, tally)
            : null;

    /// <summary>Notes that its task is about to run in this process.</summary>
    public void Begin()
    {
        Volatile.Write(ref _begunAt, Stopwatch.GetTimestamp());
        _tally?.Begin();
    }

    /// <summary>Notes that a worker has, or had, it.</summary>
    /// <param name="worker">Its number.</param>
    /// <param name="process">Its process.</param>
    public void RunBy(int worker, int? process) =>
        _activity?.SetTag("puddles.worker.id", worker).SetTag("puddles.worker.pid", process);

    /// <summary>Notes how long it waited and ran, in nanoseconds.</summary>
    public void Ran(long waited, long ran)
    {
        _times = (waited, ran);
        _activity?.AddEvent(new ActivityEvent("puddles.begun", _activity.StartTimeUtc + TimeSpan.FromTicks(waited / TimeSpan.NanosecondsPerTick)));
    }

    /// <summary>Notes how it ends, before its caller learns of it; only the first time counts.</summary>
    public void End(CallOutcome outcome, Exception? error)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        long now = Stopwatch.GetTimestamp();
        if (Volatile.Read(ref _begunAt) is not 0 and var begunAt)
        {
            Ran(Durations.Nanoseconds(_submittedAt, begunAt), Durations.Nanoseconds(begunAt, now));
        }

        _tally?.Settle(outcome, _times);
        try
        {
            Tell(outcome, error, Durations.Nanoseconds(_submittedAt, now));
        }
        catch (Exception)
        {
            // Who listens and throws must not cost a call or a worker.
        }
    }

    private void Tell(CallOutcome outcome, Exception? error, long total)
    {
        if (_activity is not null)
        {
            CallTracing.EndClient(_activity, outcome, error);
        }

        PuddlesMeter.Record(_pool, _task, outcome, total, _times);
        if (error is not null && outcome != CallOutcome.Canceled && PuddlesEventSource.Log.HearsCalls)
        {
            PuddlesEventSource.Log.CallFailed(_pool, _task, outcome.Name(), error.Message);
        }
    }
}
