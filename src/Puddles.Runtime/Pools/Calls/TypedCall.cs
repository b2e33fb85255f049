using Puddles.Serialization;
using Puddles.Watching;

namespace Puddles;

/// <summary>A call whose result has a type: decodes it, and tells the unit's callback how the call ended.</summary>
internal abstract class TypedCall<T>(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index)
    : PuddleCall(pool, unit, arguments, index)
{
    private int _settled;

    public sealed override bool IsSettled => Volatile.Read(ref _settled) != 0;

    public sealed override bool TrySetCanceled()
    {
        if (!TrySettle(CallOutcome.Canceled, null))
        {
            return false;
        }

        Cancel();
        return NotifyDone(default, new OperationCanceledException(CancellationToken));
    }

    internal sealed override bool ReadsLateBlock => Definition.ResultIsBlock && Unit.Options.OnDone is null && Adapted is null && !IsSettled;

    internal sealed override EarlyResult ReadEarly(ReadOnlyMemory<byte> result, LateBlock block)
    {
        int bytes = block.Left;
        block.Offer(result);
        try
        {
            return new EarlyResult<T>(bytes, CallCodec.DecodeResult<T>(Unit, result), null);
        }
        catch (PuddleSerializationException error)
        {
            return new EarlyResult<T>(bytes, default!, error);
        }
        finally
        {
            LateBlock.Withhold();
        }
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
            value = Early is EarlyResult<T> early ? early.Value : CallCodec.DecodeResult<T>(Unit, result);
        }
        catch (PuddleSerializationException error)
        {
            outcome = CallOutcome.NotSerialized;
            return TrySetException(error, outcome);
        }

        if (!TrySettle(outcome, null))
        {
            return false;
        }

        Succeed(value);
        return NotifyDone(result, null);
    }

    internal sealed override bool TrySetException(Exception error, CallOutcome outcome)
    {
        if (!TrySettle(outcome, error))
        {
            return false;
        }

        Fail(error);
        return NotifyDone(default, error);
    }

    /// <summary>Called once, if it ends with a result.</summary>
    protected abstract void Succeed(T value);

    /// <summary>Called once, if it fails.</summary>
    protected abstract void Fail(Exception error);

    /// <summary>Called once, if its caller cancelled it.</summary>
    protected abstract void Cancel();

    private bool TrySettle(CallOutcome outcome, Exception? error)
    {
        Watch?.End(outcome, error);
        return Interlocked.Exchange(ref _settled, 1) == 0;
    }

    private bool NotifyDone(ReadOnlyMemory<byte> result, Exception? error)
    {
        Unit.NotifyDone(Index, result, error);
        return true;
    }
}
