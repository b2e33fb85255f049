using Puddles.Workers;

namespace Puddles;

/// <summary>A call of its own, which a task of the caller's stands for.</summary>
internal sealed class SingleCall<T> : TypedCall<T>
{
    private readonly TaskCompletionSource<T> _completion;
    private readonly bool _isAlone;
    private int _settled;

    /// <param name="pool">Where it runs.</param>
    /// <param name="unit">What to run.</param>
    /// <param name="arguments">Its encoded arguments.</param>
    /// <param name="index">Its position among the calls that it belongs to.</param>
    /// <param name="isAlone">Whether the engine has no other call, so that who awaits this one may go on where its answer is read.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public SingleCall(PuddlePool pool, PuddleUnit unit, ReadOnlyMemory<byte> arguments, int index, bool isAlone, CancellationToken cancellationToken)
        : base(pool, unit, arguments, index, cancellationToken)
    {
        _isAlone = isAlone && unit.Options.OnDone is null;
        _completion = new TaskCompletionSource<T>(_isAlone ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public Task<T> Completion => _completion.Task;

    public override bool IsSettled => Volatile.Read(ref _settled) != 0;

    protected override bool TrySucceed(T value)
    {
        if (!TrySettle())
        {
            return false;
        }

        if (!_isAlone || ReaderSeat.TryUseLeave())
        {
            _completion.SetResult(value);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(static end => end._completion.SetResult(end.value), (_completion, value), preferLocal: false);
        }

        return true;
    }

    protected override bool TryFail(Exception error) => TrySettle() && Elsewhere(static (completion, error) => completion.SetException(error), error);

    protected override bool TryCancel() => TrySettle() && Elsewhere(static (completion, token) => completion.SetCanceled(token), CancellationToken);

    private bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;

    /// <summary>Ends the task so that no code of who awaits it runs on this thread.</summary>
    private bool Elsewhere<TEnd>(Action<TaskCompletionSource<T>, TEnd> settle, TEnd end)
    {
        if (_isAlone)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static work => work.settle(work._completion, work.end), (settle, _completion, end), preferLocal: false);
        }
        else
        {
            settle(_completion, end);
        }

        return true;
    }
}
