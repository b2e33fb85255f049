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
            using var alarm = new StartAlarm(settings.StartTimeout, Kill);
            _startAlarm = alarm;
            string? breach = Serve(process.Transport) ?? Volatile.Read(ref _killedFor);
            WorkerExit exit = End(process, breach);
            if (_sender is null)
            {
                owner.OnStartFailed(this, _headError is { } error
                    ? exit.ToHeadException(settings.HeadName, error)
                    : exit.ToStartException(settings.CommandLine, "It connected and then did not become ready."));
            }
            else
            {
                owner.OnExited(this, exit, Calls());
            }
        }

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

    /// <summary>Handles what the worker says until it is gone.</summary>
    /// <returns>What it did that it is killed for, if it did.</returns>
    private string? Serve(Transport transport)
    {
        var frames = new FrameReader(transport, ReplyHeader.Bytes + Math.Max(settings.MaxPayloadBytes, WireLimits.FailureBytes));
        try
        {
            while (_headError is null && frames.TryRead(out ReadOnlyMemory<byte> frame))
            {
                Handle(ReplyHeader.Read(frame.Span), frame[(ReplyHeader.Bytes - FrameReader.PrefixBytes)..]);
                if (!frames.HasFrame)
                {
                    owner.OnAnswersHandled(this);
                }
            }

            return null;
        }
        catch (WireException error)
        {
            return $"broke the protocol: {error.Message}";
        }
        catch (Exception error)
        {
            // Whatever it is, it must cost this worker only: an exception that left this thread would end the program.
            return $"said what could not be handled: {error.GetType()}: {error.Message}";
        }
    }

    private void Handle(ReplyHeader reply, ReadOnlyMemory<byte> payload)
    {
        Pulse.Feel();
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
            call = _inFlight.Remove(reply.CallId);
        }

        owner.OnReply(this, call ?? throw new WireException($"it answered call {reply.CallId}, which it does not have"), reply, payload);
    }

    private void BecomeReady()
    {
        lock (_gate)
        {
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
