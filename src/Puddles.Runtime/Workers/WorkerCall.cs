using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>A call on its way through a process pool, or several that are sent together; after that, the way of another. Its fields are guarded by the pool's lock, but for <see cref="Id"/>, <see cref="EndsAt"/>, <see cref="Aboard"/> and <see cref="Parts"/>, which the worker's lock guards, and <see cref="IsSent"/>, which needs none.</summary>
internal sealed class WorkerCall
{
    private WorkerCallTroubles? _troubles;
    private bool _isSent;

    public WorkerCall(PuddleCall call) => Begin(call);

    public PuddleCall Call { get; private set; }

    /// <summary>How many calls it is.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have not ended.</summary>
    public int Left { get; set; }

    /// <summary>How many of them the worker has.</summary>
    public int Aboard { get; set; }

    /// <summary>When it was submitted, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long SubmittedAt { get; private set; }

    /// <summary>What was submitted after it, while nobody has taken them in; once it has ended, the next that is spare.</summary>
    public WorkerCall? Next { get; set; }

    /// <summary>The worker that has it, while one does.</summary>
    public Worker? Worker { get; set; }

    /// <summary>Its number with that worker.</summary>
    public ulong Id { get; set; }

    /// <summary>Where its frame ends in all that was sent to that worker.</summary>
    public long EndsAt { get; set; }

    /// <summary>Whether its arguments, which are large, have gone to that worker in full, so that whoever sends reads them no more.</summary>
    public bool IsSent
    {
        get => Volatile.Read(ref _isSent);
        set => Volatile.Write(ref _isSent, value);
    }

    /// <summary>How long it, or each of its calls, is expected to run, in nanoseconds.</summary>
    public long ExpectedNanoseconds { get; set; }

    /// <summary>Where it stands.</summary>
    public WorkerCallState State { get; set; }

    /// <summary>Whether it waits for room where the queue is full, whatever the pool does with others.</summary>
    public bool Waits { get; set; }

    /// <summary>Whether somebody may still look at it when it has ended, beside whoever ends it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Whether it was asked back.</summary>
    public bool IsWithdrawing { get; set; }

    /// <summary>Which run of it this is, from 1.</summary>
    public int Attempt { get; set; }

    /// <summary>Its calls, each by itself, where it had to be taken apart.</summary>
    public IReadOnlyList<WorkerCall>? Parts
    {
        get => _troubles?.Parts;
        set => Troubles.Parts = value;
    }

    /// <summary>What it was taken from.</summary>
    public WorkerCall? Whole
    {
        get => _troubles?.Whole;
        init => Troubles.Whole = value;
    }

    /// <summary>When its caller cancelled it, as a <see cref="Stopwatch"/> timestamp; 0 while nobody has.</summary>
    public long CanceledAt
    {
        get => _troubles?.CanceledAt ?? 0;
        set => Troubles.CanceledAt = value;
    }

    /// <summary>Why its worker is being killed, where it is on this call's account.</summary>
    public Exception? KilledFor
    {
        get => _troubles?.KilledFor;
        set => Troubles.KilledFor = value;
    }

    /// <summary>Since when the overseer has seen it run in its worker, as a <see cref="Stopwatch"/> timestamp; 0 while it has not.</summary>
    public long SeenRunningAt
    {
        get => _troubles?.SeenRunningAt ?? 0;
        set => Troubles.SeenRunningAt = value;
    }

    /// <summary>Its place among those that wait for room in the queue, while it does.</summary>
    public LinkedListNode<WorkerCall>? PlaceOutside
    {
        get => _troubles?.PlaceOutside;
        set => Troubles.PlaceOutside = value;
    }

    /// <summary>Completes when it is in the queue or settled, where somebody waits for that.</summary>
    public TaskCompletionSource? Admission
    {
        get => _troubles?.Admission;
        set => Troubles.Admission = value;
    }

    /// <summary>Set when its time to wait was over before it was seen to begin.</summary>
    public QueueTimeoutException? Expired
    {
        get => _troubles?.Expired;
        set => Troubles.Expired = value;
    }

    public CancellationTokenRegistration Registration
    {
        get => _troubles?.Registration ?? default;
        set => Troubles.Registration = value;
    }

    /// <summary>What it asks for beyond its task, encoded.</summary>
    public ReadOnlyMemory<byte> Terms => _troubles?.Terms ?? default;

    public int FrameBytes => CallHeader.Bytes + Terms.Length + Call.Arguments.Length;

    public CallHeader Header => new(Id, Call.TaskId, Call.Contract, Call.Index, Attempt, Terms.Length, Count > 1 ? Count : 0);

    /// <summary>Whether nobody knows of it any more: its task has answered, with a result or a failure, and it met with nothing that others look after.</summary>
    public bool IsSpare => State == WorkerCallState.Settled && Count == 1 && !IsHeld && _troubles is null && Attempt == 1;

    private WorkerCallTroubles Troubles => _troubles ??= new WorkerCallTroubles();

    /// <summary>Takes a call on its way, as one that is spare.</summary>
    [MemberNotNull(nameof(Call))]
    public void Begin(PuddleCall call)
    {
        Call = call;
        Count = Left = call.Count;
        SubmittedAt = Stopwatch.GetTimestamp();
        State = WorkerCallState.Queued;
        Attempt = 1;
        Waits = false;
        IsWithdrawing = false;
        IsHeld = call.CancellationToken.CanBeCanceled;
        if (call.Terms is { } terms && terms != CallTerms.None)
        {
            Troubles.Terms = terms.Encode();
        }
    }

    /// <summary>Lets go of its call and its worker, as it is spare.</summary>
    public void End()
    {
        Call = null!;
        Worker = null;
    }

    /// <summary>One of its calls, which its worker has, by itself.</summary>
    public WorkerCall Part(int offset) => new(Call.Extract(offset))
    {
        Whole = this,
        SubmittedAt = SubmittedAt,
        State = WorkerCallState.Sent,
        Worker = Worker,
        Id = Id + (ulong)offset,
        EndsAt = EndsAt,
        ExpectedNanoseconds = ExpectedNanoseconds,
    };

    /// <summary>Forgets what its last worker made of it.</summary>
    public void Forget()
    {
        IsWithdrawing = false;
        if (_troubles is not null)
        {
            _troubles.SeenRunningAt = 0;
        }
    }

    /// <summary>Heeds its caller's token no more, once it and what it was taken with have ended.</summary>
    public void Unregister()
    {
        WorkerCall registered = Whole ?? this;
        if (registered.State == WorkerCallState.Settled)
        {
            registered.Registration.Unregister();
        }
    }
}
