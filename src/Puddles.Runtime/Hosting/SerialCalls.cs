using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>One call at a time: reads, runs and replies on the thread that entered, and keeps for the next call what it needs for one.</summary>
/// <param name="transport">Where calls come from.</param>
/// <param name="frames">The same, cut into frames.</param>
/// <param name="ledger">Which of them the host wants back.</param>
/// <param name="scope">What tasks can know of their call.</param>
/// <param name="replies">Where replies go.</param>
/// <param name="reply">A buffer for them, with the limit of a reply.</param>
/// <param name="runWithTerms">Runs a call that asks for more than its task.</param>
internal sealed class SerialCalls(
    Transport transport,
    FrameReader frames,
    CallLedger ledger,
    CallScope scope,
    ReplySender replies,
    PayloadBuffer reply,
    Func<CallHeader, ReadOnlyMemory<byte>, PayloadBuffer, ValueTask<DispatchOutcome>> runWithTerms)
{
    private const int LookAhead = 50;

    private TaskInvocation? _invocation;
    private TaskDefinition? _task;
    private LapClock _clock;

    /// <summary>Serves until the host closes the connection.</summary>
    /// <exception cref="WireException">The host breaks the protocol.</exception>
    /// <exception cref="IOException">The host is gone.</exception>
    public void Serve()
    {
        while (true)
        {
            bool waits = !frames.HasFrame;
            if (waits && !IsMoreComing())
            {
                replies.BeHeard();
            }

            if (!frames.TryRead(out ReadOnlyMemory<byte> frame))
            {
                return;
            }

            if (waits)
            {
                _clock.Start();
            }

            var call = CallHeader.Read(frame.Span);
            ReadOnlyMemory<byte> rest = frame[(CallHeader.Bytes - FrameReader.PrefixBytes)..];
            if (call.IsBundle)
            {
                foreach (ReadOnlyMemory<byte> arguments in new BundledArguments(call.Count, rest))
                {
                    Take(call, arguments, mayCount: true);
                    call = call.Next();
                }
            }
            else
            {
                Take(call, rest);
            }
        }
    }

    /// <summary>Whether calls keep coming, so that who waits for answers hears of them together.</summary>
    private bool IsMoreComing()
    {
        for (int turn = 0; replies.IsQuiet && turn < LookAhead; turn++)
        {
            if (transport.HasUnread)
            {
                return true;
            }

            Thread.SpinWait(4);
        }

        return false;
    }

    private void Take(CallHeader call, ReadOnlyMemory<byte> payload, bool mayCount = false)
    {
        if (!ledger.TryBegin(call.CallId))
        {
            return;
        }

        ReplySender.Begin(reply);
        ValueTask<DispatchOutcome> running = call.TermsBytes == 0 ? DispatchAsync(call, payload) : runWithTerms(call, payload, reply);
        DispatchOutcome outcome = running.IsCompletedSuccessfully ? running.Result : running.AsTask().GetAwaiter().GetResult();
        replies.EndQuietly(reply, outcome.ToFrameKind(), call.CallId, _clock.Lap(mayCount), _clock.Now);
    }

    private ValueTask<DispatchOutcome> DispatchAsync(CallHeader call, ReadOnlyMemory<byte> arguments)
    {
        if (_task?.Id != call.TaskId || _task.Contract != call.Contract)
        {
            _task = TaskDispatcher.Find(call.TaskId, call.Contract, reply);
            if (_task is null)
            {
                return new(DispatchOutcome.Failure);
            }
        }

        scope.Enter(call.CallId, call.Index, call.Attempt);
        if (_invocation is null)
        {
            _invocation = new TaskInvocation(_task, scope, arguments, reply);
        }
        else
        {
            _invocation.Reuse(_task, arguments);
        }

        return TaskDispatcher.DispatchAsync(_invocation, reply);
    }
}
