using Puddles.Wire;

namespace Puddles.Workers;

/// <content>What the worker says, and who reads it.</content>
internal sealed partial class Worker
{
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
        List<WorkerReply> replies = [];
        breach = null;
        try
        {
            while (_headError is null && frames.TryRead(out ReadOnlyMemory<byte> frame))
            {
                if (!HandleAll(frames, frame, replies))
                {
                    return false;
                }
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

    /// <summary>Handles a frame and all that have come with it, so that what they have in common is done once.</summary>
    /// <returns>False where another thread reads on.</returns>
    private bool HandleAll(FrameReader frames, ReadOnlyMemory<byte> frame, List<WorkerReply> replies)
    {
        Pulse.Feel();
        replies.Clear();
        try
        {
            Handle(frame, replies);
            while (_headError is null && frames.HasFrame && frames.TryRead(out frame))
            {
                Handle(frame, replies);
            }
        }
        catch
        {
            // What was answered before a breach counts.
            owner.OnReplies(this, replies, isAll: false);
            throw;
        }

        return replies.Count == 0 || owner.OnReplies(this, replies, isAll: true);
    }

    private void Handle(ReadOnlyMemory<byte> frame, List<WorkerReply> replies)
    {
        ReplyHeader reply = ReplyHeader.Read(frame.Span);
        ReadOnlyMemory<byte> payload = frame[(ReplyHeader.Bytes - FrameReader.PrefixBytes)..];
        switch (reply.Kind)
        {
            case FrameKind.Ready:
                BecomeReady();
                return;
            case FrameKind.Pong:
                return;
            case FrameKind.StartFailed:
                _headError = _sender is null
                    ? Failure.ReadStart(payload, settings.HeadName)
                    : throw new WireException("it said that it could not start when it had");
                return;
        }

        WorkerCall? call;
        lock (_gate)
        {
            call = reply.Kind == FrameKind.Output ? _inFlight.Find(reply.CallId) : _inFlight.Remove(reply.CallId);
        }

        if (reply.Kind == FrameKind.Output)
        {
            CapturedOutput output = call?.Call.Output ?? throw new WireException("it sent output that no call asked for");
            output.Append(OutputFrame.Read(payload.Span, out bool isError), isError);
            return;
        }

        replies.Add(new WorkerReply(
            call ?? throw new WireException($"it answered call {reply.CallId}, which it does not have"),
            reply.Kind,
            reply.RunNanoseconds,
            payload));
    }

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

            Volatile.Write(ref _sender, new CallSender(_process!.Transport));
        }

        _startAlarm?.Dispose();
        owner.OnReady(this);
    }
}
