using Puddles.Replay;
using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What is left of calls that failed, so that they can be run again elsewhere.</content>
internal sealed partial class CallScheduler
{
    private readonly CapsuleWriter? _capsules;

    private static CapsuleWriter? CapsulesOf(ProcessPoolOptions options, string poolName) => options.CapsuleFolder is { } folder
        ? new CapsuleWriter(Path.GetFullPath(folder), options.CapsuleLimit, poolName)
        : null;

    /// <summary>Preserves a call whose task failed. Called before it is settled.</summary>
    private void Preserve(WorkerReply reply)
    {
        if (_capsules is not null && reply.Kind == FrameKind.Failure)
        {
            Preserve(reply.Call, OutcomeOf(reply), Failure.Read(reply.Payload, reply.Call.Call.Definition));
        }
    }

    /// <summary>Preserves calls that may have killed their worker, or were killed with it for their time. Called before they are settled or given to another.</summary>
    private void Preserve(IEnumerable<WorkerCall> begun, WorkerExit exit)
    {
        if (_capsules is null)
        {
            return;
        }

        foreach (WorkerCall item in begun)
        {
            CallOutcome outcome = OutcomeOf(item);
            if (outcome is CallOutcome.WorkerDied or CallOutcome.TimedOut)
            {
                Preserve(item, outcome, item.KilledFor ?? exit.ToException(item.Call.TaskName, TaskStart.Maybe));
            }
        }
    }

    private void Preserve(WorkerCall item, CallOutcome outcome, Exception error) =>
        _capsules?.Add(Capsule.Of(item.Call, item.Attempt, _options.Head, outcome, error));
}
