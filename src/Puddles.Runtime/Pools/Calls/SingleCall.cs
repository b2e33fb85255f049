namespace Puddles;

/// <summary>A call of its own, which a task of the caller's stands for.</summary>
internal abstract class SingleCall<T> : TypedCall<T>
{
    private protected SingleCall(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
        : base(pool, unit, arguments, index)
    {
        if (cancellationToken.CanBeCanceled)
        {
            Troubles.CancellationToken = cancellationToken;
        }
    }

    /// <summary>What the caller awaits.</summary>
    public abstract Task<T> Completion { get; }

    public sealed override CancellationToken CancellationToken => TroublesIfAny?.CancellationToken ?? default;
}
