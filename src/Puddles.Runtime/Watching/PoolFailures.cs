namespace Puddles;

/// <summary>How many calls of a pool failed, by kind. Immutable.</summary>
public sealed record PoolFailures
{
    /// <summary>The task, or the head around it, threw.</summary>
    public long Threw { get; init; }

    /// <summary>Arguments or result could not be written or read by the other side, or the result was too large.</summary>
    public long NotSerialized { get; init; }

    /// <summary>The worker died: <see cref="WorkerDiedException"/>.</summary>
    public long WorkerDied { get; init; }

    /// <summary>No worker could be started: <see cref="WorkerStartException"/>.</summary>
    public long WorkerNotStarted { get; init; }

    /// <summary>The pool was closed first: <see cref="ObjectDisposedException"/>.</summary>
    public long PoolClosed { get; init; }

    /// <summary>Anything else, such as a worker that has no such task.</summary>
    public long Other { get; init; }

    /// <summary>All of them.</summary>
    public long Total => Threw + NotSerialized + WorkerDied + WorkerNotStarted + PoolClosed + Other;
}
