namespace Puddles;

/// <summary>A call of a batch: it settles straight into the batch, with no task of its own.</summary>
internal sealed class BatchCall<T>(Batch<T> batch, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index)
    : TypedCall<T>(batch.Pool, unit, arguments, index, batch.CancellationToken)
{
    private int _settled;

    public override bool IsSettled => Volatile.Read(ref _settled) != 0;

    protected override bool TrySucceed(T value)
    {
        bool isFirst = TrySettle();
        if (isFirst)
        {
            batch.Succeed(Index, value);
        }

        return isFirst;
    }

    protected override bool TryFail(Exception error)
    {
        bool isFirst = TrySettle();
        if (isFirst)
        {
            batch.Fail(Index, error);
        }

        return isFirst;
    }

    protected override bool TryCancel()
    {
        bool isFirst = TrySettle();
        if (isFirst)
        {
            batch.Cancel(Index);
        }

        return isFirst;
    }

    private bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;
}
