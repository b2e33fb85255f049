namespace Puddles.Hosting;

/// <summary>What a worker knows of the call that it runs. Most tasks ask for none of it, so a context and a token are made only for those that do.</summary>
/// <param name="ledger">The calls of this worker.</param>
/// <param name="workerId">The worker's number.</param>
/// <param name="hostProcessId">The process of its pool.</param>
/// <param name="head">Its head.</param>
internal sealed class CallScope(CallLedger ledger, int workerId, int hostProcessId, ProcessHead head)
{
    private ulong _callId;
    private int _index;
    private int _attempt;

    public ProcessHead Head => head;

    /// <summary>The caller's token, across the process.</summary>
    public CancellationToken CancellationToken => ledger.TokenOf(_callId);

    public bool IsCancellationRequested => ledger.IsCanceled(_callId);

    /// <summary>Is about the next call from here on. A context or a token that the one before was given is still that one's.</summary>
    public void Enter(ulong callId, int index, int attempt)
    {
        _callId = callId;
        _index = index;
        _attempt = attempt;
    }

    public PuddleContext ToContext() => new()
    {
        Index = _index,
        Attempt = _attempt,
        WorkerId = workerId,
        ParentProcessId = hostProcessId,
        Head = head,
        CancellationToken = CancellationToken,
    };
}
