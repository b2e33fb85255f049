namespace Puddles;

/// <summary>A call whose result has a type: decodes it, and tells the unit's callback how the call ended.</summary>
internal abstract class TypedCall<T>(PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
    : PuddleCall(unit, arguments, index, cancellationToken)
{
    public sealed override bool TrySetResult(ReadOnlyMemory<byte> result)
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

        return TrySucceed(value) && NotifyDone(result, null);
    }

    public sealed override bool TrySetException(Exception error) =>
        TryFail(error) && NotifyDone(default, error);

    public sealed override bool TrySetCanceled() =>
        TryCancel() && NotifyDone(default, new OperationCanceledException(CancellationToken));

    protected abstract bool TrySucceed(T value);

    protected abstract bool TryFail(Exception error);

    protected abstract bool TryCancel();

    private bool NotifyDone(ReadOnlyMemory<byte> result, Exception? error)
    {
        Unit.NotifyDone(Index, result, error);
        return true;
    }
}
