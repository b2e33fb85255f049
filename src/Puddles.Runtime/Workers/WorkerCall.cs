using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>A call on its way through a process pool. Its fields are guarded by the pool's lock, but for <see cref="Id"/> and <see cref="EndsAt"/>, which the worker's lock guards.</summary>
internal sealed class WorkerCall(PuddleCall call)
{
    public PuddleCall Call { get; } = call;

    /// <summary>When it was submitted, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp.</summary>
    public long SubmittedAt { get; } = System.Diagnostics.Stopwatch.GetTimestamp();

    /// <summary>Where it stands.</summary>
    public WorkerCallState State { get; set; }

    /// <summary>Which run of it this is, from 1.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>The worker that has it, while one does.</summary>
    public Worker? Worker { get; set; }

    /// <summary>Its number with that worker.</summary>
    public ulong Id { get; set; }

    /// <summary>Where its frame ends in all that was sent to that worker.</summary>
    public long EndsAt { get; set; }

    /// <summary>How long it is expected to run, in nanoseconds.</summary>
    public long ExpectedNanoseconds { get; set; }

    /// <summary>When its caller cancelled it, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp; 0 while nobody has.</summary>
    public long CanceledAt { get; set; }

    /// <summary>Why its worker is being killed, where it is on this call's account.</summary>
    public Exception? KilledFor { get; set; }

    /// <summary>Since when the overseer has seen it run in its worker, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp; 0 while it has not.</summary>
    public long SeenRunningAt { get; set; }

    /// <summary>Its place among those that wait for room in the queue, while it does.</summary>
    public LinkedListNode<WorkerCall>? PlaceOutside { get; set; }

    /// <summary>Completes when it is in the queue or settled, where somebody waits for that.</summary>
    public TaskCompletionSource? Admission { get; set; }

    /// <summary>Set when its time to wait was over before it was seen to begin.</summary>
    public QueueTimeoutException? Expired { get; set; }

    /// <summary>Whether it was asked back.</summary>
    public bool IsWithdrawing { get; set; }

    public CancellationTokenRegistration Registration { get; set; }

    /// <summary>What it asks for beyond its task, encoded.</summary>
    public ReadOnlyMemory<byte> Terms { get; } = call.Terms.Encode();

    public int FrameBytes => CallHeader.Bytes + Terms.Length + Call.Arguments.Length;

    public CallHeader Header => new(Id, Call.TaskId, Call.Contract, Call.Index, Attempt, Terms.Length);
}
