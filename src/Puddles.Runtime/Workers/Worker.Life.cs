using Puddles.Watching;
using Puddles.Wire;

namespace Puddles.Workers;

/// <content>What happens on the worker's own thread, from its launch to its death.</content>
internal sealed partial class Worker
{
    private void Live()
    {
        PuddlesEventSource.Log.WorkerStarting(settings.PoolName, id);
        if (TryLaunch() is { } process)
        {
            Publish(process);
            StaleFolders.SweepOnce();
            using var alarm = new StartAlarm(settings.StartTimeout, EndIfNotReady);
            _startAlarm = alarm;
            _frames = new FrameReader(process.Transport, ReplyHeader.Bytes + Math.Max(settings.MaxPayloadBytes, WireLimits.FailureBytes));
            ReadOn();
        }
        else
        {
            _gone.SetResult();
        }
    }

    /// <summary>Has another thread read on where the reader has left its seat: the worker is ending, and nobody is to wait for who runs on the reader.</summary>
    private void ReadOnIfLeft()
    {
        if (Seat.TryTake())
        {
            StartReader();
        }
    }

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

    private void StartReader() => new Thread(ReadOn) { IsBackground = true, Name = $"puddles worker {id}" }.Start();

    /// <summary>Reads what the worker says until it is gone, and sees to its end; or until another thread does.</summary>
    private void ReadOn()
    {
        if (!TryServe(out string? breach))
        {
            return;
        }

        WorkerExit exit = End(_process!, breach ?? Volatile.Read(ref _killedFor));
        if (_sender is null)
        {
            owner.OnStartFailed(this, ToStartException(exit));
        }
        else
        {
            owner.OnExited(this, exit, Calls());
        }

        _process!.OutputHandedOn.Wait(OutputPatience);
        _gone.SetResult();
    }

    private void GiveUpStarting(WorkerStartException error)
    {
        owner.OnStartFailed(this, error);
        _gone.SetResult();
    }

    private WorkerProcessHandle? TryLaunch()
    {
        try
        {
            return WorkerLaunch.Start(settings, id, () => Volatile.Read(ref _isStopping));
        }
        catch (Exception error)
        {
            owner.OnStartFailed(this, error as WorkerStartException ?? new WorkerStartException($"A worker could not start: '{settings.CommandLine}': {error.Message}", error));
            return null;
        }
    }

    private void Publish(WorkerProcessHandle process)
    {
        lock (_gate)
        {
            _process = process;
            if (_isStopping)
            {
                process.Stop();
            }
        }
    }

    private WorkerStartException ToStartException(WorkerExit exit)
    {
        if (_headError is { } error)
        {
            return exit.ToHeadException(settings.HeadName, error);
        }

        return _isLate
            ? exit.ToLateException(settings.CommandLine, settings.HeadName, settings.StartTimeout)
            : exit.ToStartException(settings.CommandLine, "It connected and then did not become ready.");
    }

    /// <summary>Asks it to stop, so that its head can end its set-up in good order; it is killed where it does not.</summary>
    private void EndIfNotReady()
    {
        lock (_gate)
        {
            if (_sender is not null || _isStopping)
            {
                return;
            }

            _isLate = true;
            _isStopping = true;
            _patience = settings.StartTimeout < SetUpPatience ? settings.StartTimeout : SetUpPatience;
        }

        _process?.Stop();
    }

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

    private WorkerExit End(WorkerProcessHandle process, string? breach)
    {
        TimeSpan patience;
        lock (_gate)
        {
            _isStopping = true;
            patience = _patience;
            _sender?.Dispose();
        }

        if (breach is not null)
        {
            process.Kill();
        }

        return process.Reap(patience, breach);
    }
}
