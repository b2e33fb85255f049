using System.Runtime.CompilerServices;
using Puddles.Workers;

namespace Puddles;

/// <summary>A call of an engine that sees to it where the code of who awaits it runs: that it has ended is noted when it is settled, and told when the engine says.</summary>
internal sealed class DeferredCall<T> : SingleCall<T>, IThreadPoolWorkItem
{
    // Makes a task and ends it as a TaskCompletionSource does, without an object beside it.
    private AsyncTaskMethodBuilder<T> _completion = AsyncTaskMethodBuilder<T>.Create();
    private T _value = default!;

    public DeferredCall(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, CancellationToken cancellationToken)
        : base(pool, unit, arguments, index, cancellationToken) => _ = _completion.Task;

    public override Task<T> Completion => _completion.Task;

    /// <summary>Tells the caller how it ended, which may run code of the caller's.</summary>
    public void Execute()
    {
        if (TroublesIfAny?.Error is { } error)
        {
            _completion.SetException(error);
        }
        else
        {
            _completion.SetResult(_value);
        }
    }

    protected override void Succeed(T value)
    {
        _value = value;
        Defer();
    }

    protected override void Fail(Exception error)
    {
        Troubles.Error = error;
        Defer();
    }

    protected override void Cancel() => Fail(new TaskCanceledException(null, null, CancellationToken));

    private void Defer()
    {
        if (!Completions.TryDefer(this))
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
