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
            _frames = new FrameReader(process.Transport, ReplyHeader.Bytes + Math.Max(settings.MaxPayloadBytes, WireLimits.FailureBytes), HeadOf);
            ReadOn();
        }
        else
        {
            _gone.SetResult();
        }
    }

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
