namespace Puddles;

/// <summary>A call of a batch: it settles straight into the batch, with no task of its own.</summary>
internal sealed class BatchCall<T>(Batch<T> batch, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index)
    : PuddleCall(unit, arguments, index, batch.CancellationToken)
{
    private int _settled;

    public override bool IsSettled => Volatile.Read(ref _settled) != 0;

    public override bool TrySetResult(ReadOnlyMemory<byte> result)
    {
        if (IsSettled)
        {
            return false;
        }

        T value;
        try
        {
            value = CallCodec.DecodeResult<T>(Unit, result);
        }
        catch (PuddleSerializationException error)
        {
            return TrySetException(error);
        }

        if (!TrySettle())
        {
            return false;
        }

        batch.Succeed(Index, value);
        return true;
    }

    public override bool TrySetException(Exception error)
    {
        if (!TrySettle())
        {
            return false;
        }

        batch.Fail(Index, error);
        return true;
    }

    public override bool TrySetCanceled()
    {
        if (!TrySettle())
        {
            return false;
        }

        batch.Cancel(Index);
        return true;
    }

    private bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;
}
