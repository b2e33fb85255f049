namespace Puddles.Watching;

/// <summary>Tells outcomes apart, and names them.</summary>
internal static class CallOutcomes
{
    public const int Count = (int)CallOutcome.Canceled + 1;

    /// <summary>What the failure of a call, found on this side, counts as.</summary>
    public static CallOutcome Of(Exception error) => error switch
    {
        WorkerDiedException => CallOutcome.WorkerDied,
        WorkerStartException => CallOutcome.WorkerNotStarted,
        QueueTimeoutException => CallOutcome.TimedOut,
        TaskTimeoutException => CallOutcome.TimedOut,
        PuddleSerializationException => CallOutcome.NotSerialized,
        ObjectDisposedException => CallOutcome.PoolClosed,
        OperationCanceledException => CallOutcome.Canceled,
        _ => CallOutcome.Other,
    };

    /// <summary>What a failure that a worker reports counts as: a task may throw an exception of any type, so the type does not tell. Null is one that cannot be read.</summary>
    public static CallOutcome Of(FailureKind? kind) => kind switch
    {
        FailureKind.Thrown => CallOutcome.Threw,
        null or FailureKind.ArgumentsUnreadable or FailureKind.ResultUnwritable or FailureKind.ResultTooLarge => CallOutcome.NotSerialized,
        _ => CallOutcome.Other,
    };

    /// <summary>The name in tags, spans and capsules; part of what docs/watching.md promises.</summary>
    public static string Name(this CallOutcome outcome) => outcome switch
    {
        CallOutcome.Done => "done",
        CallOutcome.Threw => "threw",
        CallOutcome.NotSerialized => "not_serialized",
        CallOutcome.WorkerDied => "worker_died",
        CallOutcome.WorkerNotStarted => "worker_not_started",
        CallOutcome.PoolClosed => "pool_closed",
        CallOutcome.TimedOut => "timed_out",
        CallOutcome.Canceled => "canceled",
        _ => "other",
    };
}
