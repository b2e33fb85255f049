namespace Puddles.Watching;

/// <summary>How a call ended, as far as it is counted.</summary>
internal enum CallOutcome
{
    /// <summary>With a result.</summary>
    Done,

    /// <summary>The task, or the head around it, threw.</summary>
    Threw,

    /// <summary>Its arguments or its result could not be written or read, or were too large.</summary>
    NotSerialized,

    /// <summary>Its worker died.</summary>
    WorkerDied,

    /// <summary>No worker could be started for it.</summary>
    WorkerNotStarted,

    /// <summary>The pool was closed before it ended.</summary>
    PoolClosed,

    /// <summary>Otherwise than the rest: the worker has no such task, for one.</summary>
    Other,

    /// <summary>It ran past its time.</summary>
    TimedOut,

    /// <summary>Its caller cancelled it.</summary>
    Canceled,
}
