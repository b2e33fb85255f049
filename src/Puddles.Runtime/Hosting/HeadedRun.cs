namespace Puddles.Hosting;

/// <summary>One call with its head around it: holds the head to calling next once, and waits for the task whatever the head does.</summary>
internal sealed class HeadedRun
{
    private readonly TaskInvocation _invocation;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _taskError;
    private int _state;
    private volatile bool _wasCalledAgain;

    private HeadedRun(TaskInvocation invocation) => _invocation = invocation;

    private enum State
    {
        Waiting,
        Called,
        Closed,
    }

    public static async ValueTask RunAsync(ProcessHead head, TaskInvocation invocation)
    {
        var run = new HeadedRun(invocation);
        Exception? error = null;
        try
        {
            await head.RunAsync(invocation.Context, run.NextAsync).ConfigureAwait(false);
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        await run.CloseAsync(head, error).ConfigureAwait(false);
    }

    private async ValueTask NextAsync()
    {
        if (Interlocked.CompareExchange(ref _state, (int)State.Called, (int)State.Waiting) != (int)State.Waiting)
        {
            _wasCalledAgain = true;
            throw new PuddleException($"The head of task '{_invocation.Task.Name}' called next again, or after its RunAsync had ended: it must call it exactly once.");
        }

        try
        {
            await _invocation.Task.InvokeAsync(_invocation).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            _taskError = error;
            throw;
        }
        finally
        {
            _ended.SetResult();
        }
    }

    /// <summary>Ends the call: with what the head threw, what it did wrong, or what the task threw and the head kept to itself.</summary>
    private async ValueTask CloseAsync(ProcessHead head, Exception? error)
    {
        bool wasCalled = Interlocked.CompareExchange(ref _state, (int)State.Closed, (int)State.Waiting) != (int)State.Waiting;
        if (wasCalled)
        {
            // It writes its result to the reply: nothing else may, before it has ended.
            await _ended.Task.ConfigureAwait(false);
        }

        if (error is null && (!wasCalled || _wasCalledAgain))
        {
            string number = wasCalled ? "more than once" : "never";
            error = new PuddleException($"The head '{head.GetType()}' of task '{_invocation.Task.Name}' called next {number}: its RunAsync must call it exactly once, or throw.");
        }

        if ((error ?? _taskError) is { } failure)
        {
            if (failure != _taskError)
            {
                _invocation.FailInHead();
            }

            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }
}
