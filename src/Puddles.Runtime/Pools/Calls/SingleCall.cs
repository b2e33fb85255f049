namespace Puddles;

/// <summary>A call of its own, which a task of the caller's stands for.</summary>
internal sealed class SingleCall<T>(PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
    : PuddleCall(unit, arguments, index, cancellationToken)
{
    // A continuation that ran on an engine's reader could submit, wait and so stop the reader that it waits for.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    public override bool IsSettled => _completion.Task.IsCompleted;

    public override bool TrySetResult(ReadOnlyMemory<byte> result)
    {
        if (IsSettled)
        {
            return false;
        }

        try
        {
            return _completion.TrySetResult(CallCodec.DecodeResult<T>(Unit, result));
        }
        catch (PuddleSerializationException error)
        {
            return TrySetException(error);
        }
    }

    public override bool TrySetException(Exception error) => _completion.TrySetException(error);

    public override bool TrySetCanceled() => _completion.TrySetCanceled(CancellationToken);
}
