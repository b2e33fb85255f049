namespace Puddles.Workers;

/// <summary>What most calls never have, apart, so that they are small: of a million in flight each byte counts.</summary>
internal sealed class WorkerCallTroubles
{
    public ReadOnlyMemory<byte> Terms { get; set; }

    public CancellationTokenRegistration Registration { get; set; }

    public long CanceledAt { get; set; }

    public Exception? KilledFor { get; set; }

    public long SeenRunningAt { get; set; }

    public LinkedListNode<WorkerCall>? PlaceOutside { get; set; }

    public TaskCompletionSource? Admission { get; set; }

    public QueueTimeoutException? Expired { get; set; }

    public IReadOnlyList<WorkerCall>? Parts { get; set; }

    public WorkerCall? Whole { get; set; }
}
