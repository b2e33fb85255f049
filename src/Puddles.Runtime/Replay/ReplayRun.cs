using Puddles.Hosting;
using Puddles.Serialization;

namespace Puddles.Replay;

/// <summary>Runs the call of a capsule as a worker would, head included, but in this process and with the exceptions as they are.</summary>
internal static class ReplayRun
{
    /// <summary>Runs it.</summary>
    /// <param name="task">The task.</param>
    /// <param name="capsule">The call.</param>
    /// <param name="beforeTask">Called when the head is set up and the task is next.</param>
    /// <param name="say">Tells what happens.</param>
    public static ReplayExitCode Run(TaskDefinition task, Capsule capsule, Action beforeTask, Action<string> say)
    {
        if (SetUp(capsule, say, out ProcessHead? head) is { } problem)
        {
            return problem;
        }

        var output = new PayloadBuffer();
        var context = new PuddleContext { Index = capsule.Index, Attempt = capsule.Attempt, WorkerId = 1, Head = head };
        var invocation = new TaskInvocation(task, context, capsule.Arguments, output);
        ReplayExitCode code;
        try
        {
            beforeTask();
            ValueTask running = head is { IsPlain: false } ? HeadedRun.RunAsync(head, invocation) : task.InvokeAsync(invocation);
            running.AsTask().GetAwaiter().GetResult();
            say($"the task ended well this time, with a result of {output.Length:N0} bytes.");
            code = ReplayExitCode.Done;
        }
        catch (Exception error)
        {
            say($"the task failed: {error}");
            code = ReplayExitCode.Failed;
        }

        WorkerHead.Stop(head!);
        return code;
    }

    private static ReplayExitCode? SetUp(Capsule capsule, Action<string> say, out ProcessHead? head)
    {
        head = null;
        try
        {
            head = HeadFactory.Create(capsule.HeadId);
            if (head is null)
            {
                say($"this program has no head '{capsule.HeadName}'. Replay the capsule with the program that the workers ran.");
                return ReplayExitCode.NotHere;
            }

            (head as InfoHead)?.Introduce(workerId: 1, Environment.ProcessId);
            head.SetUpAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception error)
        {
            say($"the head '{capsule.HeadName}' could not be set up: {error}");
            return ReplayExitCode.HeadFailed;
        }
    }
}
