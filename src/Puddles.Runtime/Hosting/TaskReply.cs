namespace Puddles.Hosting;

/// <summary>What came of a call that <see cref="TaskDispatcher"/> ran, ready to be sent back to the pool that took it.</summary>
public readonly struct TaskReply
{
    internal TaskReply(DispatchOutcome outcome, ReadOnlyMemory<byte> payload)
    {
        IsResult = outcome == DispatchOutcome.Result;
        IsCanceled = outcome == DispatchOutcome.Canceled;
        Payload = payload;
    }

    /// <summary>Whether <see cref="Payload"/> is a result, for <see cref="PuddleCall.TrySetResult(ReadOnlyMemory{byte})"/>.</summary>
    public bool IsResult { get; }

    /// <summary>Whether the task stopped because its token was cancelled, for <see cref="PuddleCall.TrySetCanceled"/>.</summary>
    public bool IsCanceled { get; }

    /// <summary>The encoded result; or, where <see cref="IsResult"/> is false, the encoded failure, for <see cref="PuddleCall.TrySetFailure"/>; empty where cancelled.</summary>
    public ReadOnlyMemory<byte> Payload { get; }
}
