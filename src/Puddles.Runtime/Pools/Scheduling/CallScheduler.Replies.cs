using System.Runtime.InteropServices;
using Puddles.Watching;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>What becomes of calls that a worker answered.</content>
internal sealed partial class CallScheduler
{
    bool IWorkerOwner.OnReplies(Worker worker, List<WorkerReply> replies, bool isAll)
    {
        Aftermath aftermath = default;
        using (Enter())
        {
            _tellers.Announce();
            NoteEnds(worker, replies);
            _crew.NoteProgress(worker, ref aftermath);
            if (!Crew.IsWellSupplied(worker))
            {
                Assign(ref aftermath);
            }
        }

        Completions completions = _tellers.Collect();
        try
        {
            // First what keeps the worker busy, then what keeps the callers waiting.
            aftermath.Happen();
            RecycleIfLarge(worker);
            AnswerAll(worker, replies);
        }
        catch
        {
            _tellers.Tell(completions);
            throw;
        }

        return _tellers.Tell(worker, completions, isAlone: isAll && completions.Count == 1 && worker.Count == 0);
    }

    private void AnswerAll(Worker worker, List<WorkerReply> replies)
    {
        PuddleCall? together = null;
        SpareChain spare = default;
        foreach (WorkerReply reply in replies)
        {
            if (reply.Call.Count == 1)
            {
                Tell(worker, reply);
                Preserve(reply);
                Answer(reply);
                spare.Add(reply.Call);
                continue;
            }

            if (together != reply.Call.Call)
            {
                together?.Report();
                together = reply.Call.Call;
            }

            AnswerOne(reply);
        }

        together?.Report();
        SpareCalls.Return(spare);
    }

    /// <summary>Puts a call back that its worker handed back unasked by the caller, unless its time or the pool is at an end.</summary>
    private bool ReturnIfHandedBack(WorkerReply reply)
    {
        bool isHandedBack = reply.Kind == FrameKind.Withdrawn && reply.Call.CanceledAt == 0 && !_isEnding && reply.Call.Expired is null;
        if (isHandedBack)
        {
            MarkQueued(reply.Call);
        }

        return isHandedBack;
    }

    private void NoteEnds(Worker worker, List<WorkerReply> replies)
    {
        if (replies.Exists(static reply => reply.Kind == FrameKind.Withdrawn))
        {
            replies.RemoveAll(_returnIfHandedBack);
        }

        ReadOnlySpan<WorkerReply> left = CollectionsMarshal.AsSpan(replies);
        while (!left.IsEmpty)
        {
            int together = left[0].Call.Count > 1 ? CountTogether(left) : 0;
            if (together > 0)
            {
                NoteResults(worker, left[0].Call, left[..together]);
            }
            else
            {
                NoteEnd(worker, left[0]);
            }

            left = left[Math.Max(1, together)..];
        }
    }

    /// <summary>How many of the first replies are results of calls that were sent together.</summary>
    private static int CountTogether(ReadOnlySpan<WorkerReply> replies)
    {
        int count = 0;
        while (count < replies.Length && replies[count].Call == replies[0].Call && replies[count].Kind == FrameKind.Result)
        {
            count++;
        }

        return count;
    }

    /// <summary>Notes the results of calls that were sent together, as <see cref="NoteEnd"/> does one by one.</summary>
    private void NoteResults(Worker worker, WorkerCall call, ReadOnlySpan<WorkerReply> results)
    {
        NoteAnswer(worker);
        long sinceSubmitted = Durations.Nanoseconds(call.SubmittedAt, worker.Pulse.FeltAt);
        ulong ranInAll = 0;
        foreach (ref readonly WorkerReply result in results)
        {
            long ran = (long)Math.Min(result.RunNanoseconds, long.MaxValue);
            _tally.Time(Math.Max(0, sinceSubmitted - ran), ran);
            _tally.BytesReceived += result.Payload.Length;
            ranInAll += result.RunNanoseconds;
        }

        _runTimes.Learn(call.Call.TaskId, ranInAll / (ulong)results.Length);
        if (call.Left > results.Length)
        {
            call.Left -= results.Length;
            _unsettled -= results.Length;
            _tally.Settle(CallOutcome.Done, results.Length);
        }
        else
        {
            MarkSettled(call, CallOutcome.Done);
        }
    }

    private void NoteEnd(Worker worker, WorkerReply reply)
    {
        CallOutcome outcome = Overdue(reply) is { } overdue ? CallOutcomes.Of(overdue) : OutcomeOf(reply);
        if (reply.Call.Left > 1)
        {
            reply.Call.Left--;
            _unsettled--;
            _tally.Settle(outcome, 1);
        }
        else
        {
            MarkSettled(reply.Call, outcome);
        }

        if (reply.Kind == FrameKind.Withdrawn)
        {
            _losses = 0;
            return;
        }

        NoteAnswer(worker);
        Count(worker, reply);
        _runTimes.Learn(reply.Call.Call.TaskId, reply.RunNanoseconds);
    }

    private void NoteAnswer(Worker worker)
    {
        _losses = 0;
        worker.IsHeldUp = false;
        worker.AnsweredAt = worker.Pulse.FeltAt;
        _startFailures.NoteAnswer();
    }

    /// <summary>Why a call that ended without a result was told to end, if it was.</summary>
    private static Exception? Overdue(WorkerReply reply) => reply.Kind switch
    {
        FrameKind.Result => null,
        FrameKind.Withdrawn when reply.Call.CanceledAt == 0 => reply.Call.Expired,
        _ => reply.Call.KilledFor,
    };

    /// <summary>Answers one of several calls that were sent together.</summary>
    private void AnswerOne(WorkerReply reply)
    {
        if (reply.Kind == FrameKind.Result)
        {
            reply.Call.Call.SetResultOf(reply.Offset, reply.Payload, out CallOutcome outcome);
            Note(outcome);
            reply.Call.Unregister();
        }
        else
        {
            Answer(reply with { Call = reply.Call.Part(reply.Offset) });
        }
    }

    private void Note(CallOutcome outcome)
    {
        if (outcome != CallOutcome.Done)
        {
            Correct(outcome);
        }
    }

    private void Answer(WorkerReply reply)
    {
        WorkerCall item = reply.Call;
        switch (reply.Kind)
        {
            case FrameKind.Result:
                if (item.IsSent)
                {
                    item.Call.ReleaseArguments();
                }

                item.Call.TrySetResult(reply.Payload, out CallOutcome outcome);
                Note(outcome);
                break;
            case var _ when Overdue(reply) is { } overdue:
                item.Call.TrySetException(overdue);
                break;
            case FrameKind.Failure:
                item.Call.TrySetFailure(reply.Payload);
                break;
            case FrameKind.Withdrawn when item.CanceledAt == 0:
                item.Call.TrySetException(Disposed());
                break;
            default:
                item.Call.TrySetCanceled();
                break;
        }

        item.Unregister();
    }
}
