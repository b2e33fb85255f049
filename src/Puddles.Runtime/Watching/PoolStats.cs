namespace Puddles;

/// <summary>
/// What a pool is doing, and what it has done since it was made: all numbers are of one moment. A call whose arguments
/// could not be encoded, or whose caller had cancelled it before it was submitted, never reached the pool and is not
/// counted. A call is counted before its caller learns of it; only one whose result cannot be read counts as done for
/// the moment in which that is tried. Immutable.
/// </summary>
public sealed record PoolStats
{
    /// <summary>Calls that were submitted and have not begun as far as the pool knows, those sent ahead to a worker included. An engine that does not know which have begun counts all of them here.</summary>
    public int Queued { get; init; }

    /// <summary>Calls that run.</summary>
    public int Running { get; init; }

    /// <summary>Calls that gave their result.</summary>
    public long Done { get; init; }

    /// <summary>Calls that failed, but for those that timed out.</summary>
    public PoolFailures Failed { get; init; } = new();

    /// <summary>Calls that were cancelled by their caller.</summary>
    public long Canceled { get; init; }

    /// <summary>Calls that ran past their time: <see cref="TaskTimeoutException"/>.</summary>
    public long TimedOut { get; init; }

    /// <summary>All calls that have ended.</summary>
    public long Settled => Done + Failed.Total + Canceled + TimedOut;

    /// <summary>Workers that are being started. An engine without processes has no workers.</summary>
    public int StartingWorkers { get; init; }

    /// <summary>Workers that are ready and have nothing to do.</summary>
    public int IdleWorkers { get; init; }

    /// <summary>Workers that have calls.</summary>
    public int BusyWorkers { get; init; }

    /// <summary>How often a worker was lost: it died, did not start, or was killed because of a call or because it did not answer. One that was let go, as idle or recycled, does not count.</summary>
    public long LostWorkers { get; init; }

    /// <summary>How long calls that a task ran for had been under way before and after: in the queue, and to the worker and back.</summary>
    public DurationPercentiles Wait { get; init; } = new();

    /// <summary>How long they ran, as the worker measured it.</summary>
    public DurationPercentiles Run { get; init; } = new();

    /// <summary>Bytes of calls given to workers, the frames' headers included.</summary>
    public long BytesSent { get; init; }

    /// <summary>Bytes of results and failures that came back, without headers.</summary>
    public long BytesReceived { get; init; }
}
