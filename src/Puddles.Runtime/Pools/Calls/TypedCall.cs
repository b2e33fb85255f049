using Puddles.Watching;

namespace Puddles;

/// <summary>A call whose result has a type: decodes it, and tells the unit's callback how the call ended.</summary>
internal abstract class TypedCall<T>(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
    : PuddleCall(pool, unit, arguments, index, cancellationToken)
{
    public sealed override bool TrySetCanceled()
    {
        Watch?.End(CallOutcome.Canceled, null);
        return TryCancel() && NotifyDone(default, new OperationCanceledException(CancellationToken));
    }

    internal sealed override bool TrySetResult(ReadOnlyMemory<byte> result, out CallOutcome outcome)
    {
        outcome = CallOutcome.Done;
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
            outcome = CallOutcome.NotSerialized;
            return TrySetException(error, outcome);
        }

        Watch?.End(outcome, null);
        return TrySucceed(value) && NotifyDone(result, null);
    }

    internal sealed override bool TrySetException(Exception error, CallOutcome outcome)
    {
        Watch?.End(outcome, error);
        return TryFail(error) && NotifyDone(default, error);
    }

    protected abstract bool TrySucceed(T value);

    protected abstract bool TryFail(Exception error);

    protected abstract bool TryCancel();

    private bool NotifyDone(ReadOnlyMemory<byte> result, Exception? error)
    {
        Unit.NotifyDone(Index, result, error);
        return true;
    }
}
