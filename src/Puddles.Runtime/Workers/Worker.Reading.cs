using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Workers;

/// <content>What the worker says, and who reads it.</content>
internal sealed partial class Worker
{
    /// <summary>From how many calls on the next answer is not waited for with eagerness: many come together.</summary>
    private const int ManyCalls = 16;

    /// <summary>Has another thread read on where the reader has been away for long.</summary>
    /// <returns>Whether it had.</returns>
    public bool ReadOnIfLong()
    {
        bool isLong = Seat.TryTakeIfLong();
        if (isLong)
        {
            StartReader();
        }

        return isLong;
    }

    /// <summary>Has another thread read on where the reader has left its seat: the worker is ending, and nobody is to wait for who runs on the reader.</summary>
    private void ReadOnIfLeft()
    {
        if (Seat.TryTake())
        {
            StartReader();
        }
    }

    private void StartReader() => new Thread(ReadOn) { IsBackground = true, Name = $"puddles worker {id}" }.Start();

    /// <summary>Handles what the worker says until it is gone.</summary>
    /// <param name="breach">What it did that it is killed for, if it did.</param>
    /// <returns>False where another thread reads on.</returns>
    private bool TryServe(out string? breach)
    {
        FrameReader frames = _frames!;
        Transport transport = _process!.Transport;
        List<WorkerReply> replies = [];
        breach = null;
        try
        {
            while (_headError is null && frames.TryRead(out ReadOnlyMemory<byte> frame))
            {
                if (frames.Tail is { } block && !TryReadEarly(frames, frame, block))
                {
                    break;
                }

                if (!HandleAll(frames, frame, replies))
                {
                    return false;
                }

                transport.IsPatient = Count >= ManyCalls;
            }
        }
        catch (WireException error)
        {
            breach = $"broke the protocol: {error.Message}";
        }
        catch (Exception error)
        {
            // Whatever it is, it must cost this worker only: an exception that left this thread would end the program.
            breach = $"said what could not be handled: {error.GetType()}: {error.Message}";
        }

        return true;
    }

    /// <summary>Where the frame of a reply can be cut, so that its result is received while it is read.</summary>
    private int HeadOf(ReadOnlyMemory<byte> begun, int length)
    {
        const int HeaderBytes = ReplyHeader.Bytes - FrameReader.PrefixBytes;
        var reply = ReplyHeader.Read(begun.Span);
        if (reply.Kind != FrameKind.Result || CallOf(reply) is not { Count: 1, Call.ReadsLateBlock: true })
        {
            return 0;
        }

        int head = LateBlock.HeadLength(begun[HeaderBytes..], length - HeaderBytes, elements: 0);
        return head == 0 ? 0 : HeaderBytes + head;
    }

    /// <summary>Reads a result while it comes in.</summary>
    /// <returns>False where the worker has gone in the middle of it.</returns>
    private bool TryReadEarly(FrameReader frames, ReadOnlyMemory<byte> frame, LateBlock block)
    {
        PuddleCall call = CallOf(ReplyHeader.Read(frame.Span))!.Call;
        EarlyResult early = call.ReadEarly(PayloadOf(frame), block);
        bool isWhole = frames.TryFinish();
        if (isWhole)
        {
            call.Early = early;
        }

        return isWhole;
    }

    private WorkerCall? CallOf(ReplyHeader reply)
    {
        lock (_gate)
        {
            return _inFlight.Find(reply.CallId);
        }
    }

    /// <summary>Handles a frame and all that have come with it, so that what they have in common is done once.</summary>
    /// <returns>False where another thread reads on.</returns>
    private bool HandleAll(FrameReader frames, ReadOnlyMemory<byte> frame, List<WorkerReply> replies)
    {
        Pulse.Feel();
        replies.Clear();
        try
        {
            bool isMore;
            do
            {
                isMore = ReplyHeader.KindOf(frame.Span).EndsCall() ? TakeReplies(frames, ref frame, replies) : Handle(frames, ref frame);
            }
            while (isMore && _headError is null);
        }
        catch
        {
            // What was answered before a breach counts.
            owner.OnReplies(this, replies, isAll: false);
            throw;
        }

        return replies.Count == 0 || owner.OnReplies(this, replies, isAll: true);
    }

    /// <summary>Finds the calls that a reply and those right after it answer.</summary>
    /// <returns>Whether there is another frame, which is no such reply.</returns>
    private bool TakeReplies(FrameReader frames, ref ReadOnlyMemory<byte> frame, List<WorkerReply> replies)
    {
        lock (_gate)
        {
            do
            {
                var reply = ReplyHeader.Read(frame.Span);
                if (!reply.Kind.EndsCall())
                {
                    return true;
                }

                if (reply.Kind == FrameKind.Withdrawn && _inFlight.Find(reply.CallId) is { Count: > 1 })
                {
                    // Whatever is asked back was taken apart before.
                    throw new WireException($"it handed call {reply.CallId} back, which nobody asked it for");
                }

                WorkerCall call = _inFlight.Remove(reply.CallId) ?? throw new WireException($"it answered call {reply.CallId}, which it does not have");
                replies.Add(new WorkerReply(call, (int)(reply.CallId - call.Id), reply.Kind, reply.RunNanoseconds, PayloadOf(frame)));
            }
            while (TryReadHere(frames, ref frame));
        }

        return false;
    }

    /// <summary>Handles a frame that ends no call.</summary>
    /// <returns>Whether there is another.</returns>
    private bool Handle(FrameReader frames, ref ReadOnlyMemory<byte> frame)
    {
        var header = ReplyHeader.Read(frame.Span);
        switch (header.Kind)
        {
            case FrameKind.Ready:
                BecomeReady();
                break;
            case FrameKind.StartFailed:
                _headError = _sender is null
                    ? Failure.ReadStart(PayloadOf(frame), settings.HeadName)
                    : throw new WireException("it said that it could not start when it had");
                break;
            case FrameKind.Output:
                PassOn(header.CallId, PayloadOf(frame));
                break;
        }

        return TryReadHere(frames, ref frame);
    }

    private void PassOn(ulong callId, ReadOnlyMemory<byte> payload)
    {
        CapturedOutput? output;
        lock (_gate)
        {
            output = _inFlight.Find(callId)?.Call.Output;
        }

        (output ?? throw new WireException("it sent output that no call asked for")).Append(OutputFrame.Read(payload.Span, out bool isError), isError);
    }

    private static ReadOnlyMemory<byte> PayloadOf(ReadOnlyMemory<byte> frame) => frame[(ReplyHeader.Bytes - FrameReader.PrefixBytes)..];

    /// <summary>Reads a frame that is here already.</summary>
    private static bool TryReadHere(FrameReader frames, ref ReadOnlyMemory<byte> frame) => frames.HasFrame && frames.TryRead(out frame);

    private void BecomeReady()
    {
        lock (_gate)
        {
            if (_isLate)
            {
                return;
            }

            if (_sender is not null)
            {
                throw new WireException("it said twice that it is ready");
            }

            Volatile.Write(ref _sender, new CallSender(_process!.Transport, _gate));
        }

        _startAlarm?.Dispose();
        owner.OnReady(this);
    }
}
