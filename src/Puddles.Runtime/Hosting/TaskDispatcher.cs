using Puddles.Serialization;

namespace Puddles.Hosting;

/// <summary>
/// Looks encoded calls up among the tasks of this process and runs them: the far end of every engine. Safe from any
/// thread, for any number of calls at a time.
/// </summary>
public static class TaskDispatcher
{
    /// <summary>
    /// Runs one call. The task starts on the calling thread. Whatever goes wrong, a task that is not there included,
    /// is part of the reply.
    /// </summary>
    /// <param name="taskId"><see cref="PuddleCall.TaskId"/>.</param>
    /// <param name="contract"><see cref="PuddleCall.Contract"/>.</param>
    /// <param name="arguments"><see cref="PuddleCall.Arguments"/>; read before this returns.</param>
    /// <param name="context">What the task can know of the call; its token cancels the task.</param>
    /// <param name="maxResultBytes">The most bytes that the encoded result may take, from 1,024; 256 MiB by default.</param>
    /// <returns>The result or the failure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxResultBytes"/> is less than 1,024.</exception>
    public static async ValueTask<TaskReply> RunAsync(
        ulong taskId,
        ulong contract,
        ReadOnlyMemory<byte> arguments,
        PuddleContext context,
        int maxResultBytes = ProcessPoolOptions.DefaultMaxPayloadBytes)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResultBytes, 1024);
        var output = new PayloadBuffer { Limit = maxResultBytes };
        DispatchOutcome outcome = await DispatchAsync(taskId, contract, arguments, output, context).ConfigureAwait(false);
        return new TaskReply(outcome, output.Detach());
    }

    /// <summary>Runs one call, appending what comes of it to <paramref name="output"/>. Does not throw. <paramref name="arguments"/> are read before this returns.</summary>
    internal static ValueTask<DispatchOutcome> DispatchAsync(
        ulong taskId,
        ulong contract,
        ReadOnlyMemory<byte> arguments,
        PayloadBuffer output,
        PuddleContext context)
    {
        return Find(taskId, contract, output) is { } task
            ? DispatchAsync(task, arguments, output, context)
            : new(DispatchOutcome.Failure);
    }

    /// <summary>Finds a task, or says why a call of it cannot be run.</summary>
    internal static TaskDefinition? Find(ulong taskId, ulong contract, PayloadBuffer failure)
    {
        TaskDefinition? task = TaskRegistry.Find(taskId);
        if (task is null)
        {
            Failure.WriteUnknownTask(failure, taskId);
        }
        else if (task.Contract != contract)
        {
            Failure.WriteContractMismatch(failure, task);
            task = null;
        }

        return task;
    }

    /// <summary>Runs one call of a task that is known already.</summary>
    internal static ValueTask<DispatchOutcome> DispatchAsync(
        TaskDefinition task,
        ReadOnlyMemory<byte> arguments,
        PayloadBuffer output,
        PuddleContext context) =>
        DispatchAsync(new TaskInvocation(task, context, arguments, output), output);

    /// <summary>Runs one call that is ready to be.</summary>
    internal static ValueTask<DispatchOutcome> DispatchAsync(TaskInvocation invocation, PayloadBuffer output)
    {
        int start = output.Length;
        ProcessHead? head = invocation.WorkerHead is { IsPlain: false } wraps ? wraps : null;
        if (head is not null)
        {
            // It may wait before it lets the task read its arguments, and they are the caller's only until this returns.
            invocation.KeepArguments();
        }

        // A synchronous task that sets its culture or an AsyncLocal must not set it for the next call on this thread.
        ExecutionContext? before = ExecutionContext.Capture();
        try
        {
            ValueTask running = head is null ? invocation.Task.InvokeAsync(invocation) : HeadedRun.RunAsync(head, invocation);
            if (!running.IsCompleted)
            {
                return FinishAsync(running, invocation, output, start);
            }

            running.GetAwaiter().GetResult();
            return new(DispatchOutcome.Result);
        }
        catch (Exception error)
        {
            return new(Fail(error, invocation, output, start));
        }
        finally
        {
            if (before is not null)
            {
                ExecutionContext.Restore(before);
            }
        }
    }

    private static async ValueTask<DispatchOutcome> FinishAsync(ValueTask running, TaskInvocation invocation, PayloadBuffer output, int start)
    {
        try
        {
            await running.ConfigureAwait(false);
            return DispatchOutcome.Result;
        }
        catch (Exception error)
        {
            return Fail(error, invocation, output, start);
        }
    }

    private static DispatchOutcome Fail(Exception error, TaskInvocation invocation, PayloadBuffer output, int start)
    {
        output.Truncate(start);
        if (error is OperationCanceledException && invocation.IsCancellationRequested)
        {
            return DispatchOutcome.Canceled;
        }

        Failure.WriteInvocation(output, invocation, error);
        return DispatchOutcome.Failure;
    }
}
