using Puddles.Hosting;
using Puddles.Serialization;

namespace Puddles;

/// <summary>Runs one call in this process and settles it.</summary>
internal static class InProcessRun
{
    /// <summary>Does not throw. Completes when the task has ended, which may be after its call was settled as timed out.</summary>
    public static async ValueTask RunAsync(PuddleCall call, ProcessHead head, PayloadBuffer output)
    {
        if (call.CancellationToken.IsCancellationRequested)
        {
            call.TrySetCanceled();
            return;
        }

        call.Watch?.Begin();
        if (call.Timeout is { } timeout)
        {
            await RunTimedAsync(call, head, timeout, output).ConfigureAwait(false);
        }
        else
        {
            await RunAsync(call, head, output, call.CancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask RunTimedAsync(PuddleCall call, ProcessHead head, TimeSpan timeout, PayloadBuffer output)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken);
        using CancellationTokenRegistration late = stop.Token.UnsafeRegister(static state => Expire((PuddleCall)state!), call);
        stop.CancelAfter(timeout);
        await RunAsync(call, head, output, stop.Token).ConfigureAwait(false);
    }

    private static void Expire(PuddleCall call)
    {
        // A caller who cancels waits for the task to stop, with a limit of time or without.
        if (!call.CancellationToken.IsCancellationRequested)
        {
            Stop(call);
        }
    }

    /// <summary>Settles a call whose token was cancelled: by its caller, or else because its time was over.</summary>
    private static bool Stop(PuddleCall call) => call.CancellationToken.IsCancellationRequested
        ? call.TrySetCanceled()
        : call.TrySetException(TaskTimeoutException.For(
            call.TaskName, call.Timeout ?? default, "It was asked to stop by its token; in this process it cannot be killed."));

    private static async ValueTask RunAsync(PuddleCall call, ProcessHead head, PayloadBuffer output, CancellationToken cancellationToken)
    {
        try
        {
            var context = new PuddleContext { Index = call.Index, WorkerId = 1, Head = head, CancellationToken = cancellationToken };
            DispatchOutcome outcome = await DispatchAsync(call, output, context).ConfigureAwait(false);
            _ = outcome switch
            {
                DispatchOutcome.Result => call.TrySetResult(output.Written),
                DispatchOutcome.Failure => call.TrySetFailure(output.Written),
                _ => Stop(call),
            };
        }
        catch (Exception error)
        {
            call.TrySetException(error);
        }
    }

    private static ValueTask<DispatchOutcome> DispatchAsync(PuddleCall call, PayloadBuffer output, PuddleContext context)
    {
        return call.Output is { } captured
            ? CallConsole.RunAsync(new CallOutput((isError, text) => captured.Append(text, isError)), Run)
            : Run();

        ValueTask<DispatchOutcome> Run() => TaskDispatcher.DispatchAsync(call.Definition, call.Arguments, output, context);
    }
}
