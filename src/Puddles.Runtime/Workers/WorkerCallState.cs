namespace Puddles.Workers;

/// <summary>Where a call stands in a process pool.</summary>
internal enum WorkerCallState
{
    Queued,
    Sent,
    Settled,
}
