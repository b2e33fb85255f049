using Puddles.Watching;
using Puddles.Wire;

namespace Puddles;

/// <summary>
/// Calls of one task that follow each other in a batch and are sent together: what each of them costs the host is little more
/// than its arguments and its result. They share nothing but the way: each is settled by itself, and where one meets
/// with anything but a result, it is taken out and goes on as a call of its own.
/// </summary>
/// <param name="batch">Their batch.</param>
/// <param name="unit">The first of their units; the others differ in their arguments alone.</param>
/// <param name="arguments">The arguments of each, after their length.</param>
/// <param name="index">The position of the first.</param>
/// <param name="count">How many they are.</param>
internal sealed class BundleCall<T>(Batch<T> batch, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, int count)
    : PuddleCall(batch.Pool, unit, arguments, index)
{
    private int _unreported;
    private int _settled;

    public override CancellationToken CancellationToken => batch.CancellationToken;

    public override bool IsSettled => Volatile.Read(ref _settled) == count;

    internal override int Count => count;

    public override bool TrySetCanceled()
    {
        bool isFirst = TrySettleAll();
        for (int i = 0; isFirst && i < count; i++)
        {
            batch.Cancel(Index + i);
        }

        return isFirst;
    }

    internal override bool TrySetException(Exception error, CallOutcome outcome)
    {
        bool isFirst = TrySettleAll();
        for (int i = 0; isFirst && i < count; i++)
        {
            batch.Fail(Index + i, error);
        }

        return isFirst;
    }

    internal override bool TrySetResult(ReadOnlyMemory<byte> result, out CallOutcome outcome) =>
        throw new InvalidOperationException("Each call has a result of its own.");

    internal override PuddleCall Extract(int offset)
    {
        var all = new BundledArguments(count, Arguments);
        for (int i = 0; i <= offset; i++)
        {
            all.MoveNext();
        }

        Interlocked.Increment(ref _settled);
        return new BatchCall<T>(batch, Unit, all.Current.ToArray(), Index + offset);
    }

    internal override void SetResultOf(int offset, ReadOnlyMemory<byte> result, out CallOutcome outcome)
    {
        try
        {
            batch.Put(Index + offset, CallCodec.DecodeResult<T>(Unit, result));
            _unreported++;
            outcome = CallOutcome.Done;
        }
        catch (PuddleSerializationException error)
        {
            outcome = CallOutcome.NotSerialized;
            Interlocked.Increment(ref _settled);
            batch.Fail(Index + offset, error);
        }
    }

    internal override void Report()
    {
        int settled = _unreported;
        _unreported = 0;
        Interlocked.Add(ref _settled, settled);
        batch.CountPut(settled);
    }

    private bool TrySettleAll() => Interlocked.CompareExchange(ref _settled, count, 0) == 0;
}
