namespace Puddles;

/// <summary>A call of a batch: it settles straight into the batch, with no task of its own.</summary>
internal sealed class BatchCall<T>(Batch<T> batch, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index)
    : TypedCall<T>(batch.Pool, unit, arguments, index)
{
    public override CancellationToken CancellationToken => batch.CancellationToken;

    protected override void Succeed(T value) => batch.Succeed(Index, value);

    protected override void Fail(Exception error) => batch.Fail(Index, error);

    protected override void Cancel() => batch.Cancel(Index);
}
