namespace Puddles;

/// <summary>A call of its own, which a task of the caller's stands for.</summary>
internal sealed class SingleCall<T>(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
    : TypedCall<T>(pool, unit, arguments, index, cancellationToken)
{
    // A continuation that ran on an engine's reader could submit, wait and so stop the reader that it waits for.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    public override bool IsSettled => _completion.Task.IsCompleted;

    protected override bool TrySucceed(T value) => _completion.TrySetResult(value);

    protected override bool TryFail(Exception error) => _completion.TrySetException(error);

    protected override bool TryCancel() => _completion.TrySetCanceled(CancellationToken);
}
