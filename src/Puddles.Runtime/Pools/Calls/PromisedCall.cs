namespace Puddles;

/// <summary>A call of an engine that settles calls wherever it likes: who awaits it goes on on the thread pool.</summary>
internal sealed class PromisedCall<T>(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
    : SingleCall<T>(pool, unit, arguments, index, cancellationToken)
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Task<T> Completion => _completion.Task;

    protected override void Succeed(T value) => _completion.SetResult(value);

    protected override void Fail(Exception error) => _completion.SetException(error);

    protected override void Cancel() => _completion.SetCanceled(CancellationToken);
}
