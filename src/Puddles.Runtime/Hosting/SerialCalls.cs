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
    Func<CallHeader, ReadOnlyMemory<byte>, PayloadBuffer, ValueTask<DispatchOutcome>> runWithTerms) : BlockOutlet
{
    private const int LookAhead = 50;

    private TaskInvocation? _invocation;
    private TaskDefinition? _task;
    private LapClock _clock;
    private ulong _answerableId;
    private bool _isAnswered;

    /// <summary>Where the frame of a call can be cut, so that its last argument is received while it is read.</summary>
    public static int HeadOf(ReadOnlyMemory<byte> begun, int length)
    {
        const int HeaderBytes = CallHeader.Bytes - FrameReader.PrefixBytes;
        var call = CallHeader.Read(begun.Span, length);
        if (call.IsBundle || call.TermsBytes > 0 || TaskRegistry.Find(call.TaskId) is not { ArgumentsIfBlockIsLast: > 0 and var count } task || task.Contract != call.Contract)
        {
            return 0;
        }

        int head = LateBlock.HeadLength(begun[HeaderBytes..], length - HeaderBytes, count);
        return head == 0 ? 0 : HeaderBytes + head;
    }

    /// <summary>Serves until the host closes the connection.</summary>
    /// <exception cref="WireException">The host breaks the protocol.</exception>
    /// <exception cref="IOException">The host is gone.</exception>
    public void Serve()
    {
        Open();
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
            else if (frames.Tail is { } tail)
            {
                tail.Offer(rest);
                Take(call, rest);
                LateBlock.Withhold();
            }
            else
            {
                Take(call, rest);
            }
        }
    }

    /// <summary>Sends a result from where it lies.</summary>
    protected override bool TryTake(ReadOnlySpan<byte> block)
    {
        if (_answerableId == 0 || _invocation is not { Stage: TaskStage.WritingResult } || !_task!.ResultIsBlock || scope.Head is { IsPlain: false }
            || reply.Length != ReplyHeader.Bytes + LateBlock.HeaderBytes || block.Length > reply.Limit - reply.Length)
        {
            return false;
        }

        replies.End(reply, FrameKind.Result, _answerableId, _clock.Lap(mayCount: false), block);
        _isAnswered = true;
        return true;
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
        _answerableId = call.TermsBytes == 0 ? call.CallId : 0;
        ValueTask<DispatchOutcome> running = call.TermsBytes == 0 ? DispatchAsync(call, payload) : runWithTerms(call, payload, reply);
        DispatchOutcome outcome = running.IsCompletedSuccessfully ? running.Result : running.AsTask().GetAwaiter().GetResult();
        if (_isAnswered)
        {
            _isAnswered = false;
            return;
        }

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
