namespace Puddles.Workers;

/// <summary>Where a call stands in a process pool.</summary>
internal enum WorkerCallState : byte
{
    /// <summary>It waits for a worker.</summary>
    Queued,

    /// <summary>It waits for room in the queue.</summary>
    Outside,

    /// <summary>A worker has it.</summary>
    Sent,

    /// <summary>It has ended.</summary>
    Settled,
}
