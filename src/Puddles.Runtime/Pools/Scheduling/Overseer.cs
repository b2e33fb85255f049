using System.Diagnostics;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>
/// Looks at the workers now and then, while there are calls: takes back what waits behind a call that runs long, and
/// kills a worker whose call is over its time. A call is first seen when it runs already, so nothing is ever early.
/// Guarded by the pool's lock.
/// </summary>
internal sealed class Overseer(ProcessPoolOptions options, TimerCallback look)
{
    private const int PeriodMilliseconds = 20;

    private const int PingsPerTimeout = 4;

    /// <summary>How long after it should have looked the overseer takes it that its own process was stopped.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(1);

    /// <summary>How long a worker may take to hand back what waits behind an overdue call, before it is killed all the same.</summary>
    private static readonly TimeSpan HandBackGrace = TimeSpan.FromSeconds(1);

    private readonly List<(Worker Worker, ControlMessage Message)> _messages = [];
    private readonly List<(Worker Worker, WorkerCall For)> _kills = [];
    private readonly List<(Worker Worker, string Silence)> _silent = [];
    private Timer? _timer;
    private long _lookedAt;

    /// <summary>Begins to look, if it does not already.</summary>
    public void Watch() => _timer ??= new Timer(look, null, PeriodMilliseconds, PeriodMilliseconds);

    /// <summary>Stops looking, so that an idle pool uses no processor.</summary>
    public void Rest()
    {
        _timer?.Dispose();
        _timer = null;
        _lookedAt = 0;
    }

    /// <summary>Looks at the workers and notes what is to be done.</summary>
    public void Inspect(IReadOnlyList<Worker> workers)
    {
        long now = Stopwatch.GetTimestamp();

        // Where this process itself was stopped, no worker is to blame for what it did not hear.
        bool wasAway = _lookedAt != 0 && Stopwatch.GetElapsedTime(_lookedAt, now) > Absence;
        _lookedAt = now;
        foreach (Worker worker in workers)
        {
            if (wasAway)
            {
                worker.Pulse.Reset();
            }

            Inspect(worker, now);
        }
    }

    private void Inspect(Worker worker, long now)
    {
        List<WorkerCall> calls = worker.Calls();
        WorkerCall? oldest = calls.FirstOrDefault();
        if (oldest is not null)
        {
            FeelPulse(worker, now);
        }

        if (oldest is null || worker.Watched != oldest)
        {
            worker.Watched = oldest;
            worker.WatchedSince = now;
            worker.HeldUpBy = null;
            return;
        }

        worker.HeldUpBy = oldest;
        foreach (WorkerCall call in calls.Skip(1).Where(call => !call.IsWithdrawing))
        {
            call.IsWithdrawing = true;
            _messages.Add((worker, new ControlMessage(ControlKind.Withdraw, call.Id)));
        }

        TimeSpan overdue = Overdue(oldest, Stopwatch.GetElapsedTime(worker.WatchedSince, now), now);
        if (overdue > (calls.Count == 1 ? TimeSpan.Zero : HandBackGrace))
        {
            _kills.Add((worker, oldest));
        }
    }

    /// <summary>Hands out what was noted.</summary>
    public Action TakeNoted()
    {
        (Worker Worker, ControlMessage Message)[] messages = [.. _messages];
        (Worker Worker, WorkerCall For)[] kills = [.. _kills];
        (Worker Worker, string Silence)[] silent = [.. _silent];
        _messages.Clear();
        _kills.Clear();
        _silent.Clear();
        return () =>
        {
            Array.ForEach(messages, item => item.Worker.Tell(item.Message));
            Array.ForEach(kills, item => item.Worker.KillFor(item.For));
            Array.ForEach(silent, item => item.Worker.KillFor(item.Silence));
        };
    }

    private void FeelPulse(Worker worker, long now)
    {
        if (options.HeartbeatTimeout == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        if (worker.Pulse.IsPingDue(options.HeartbeatTimeout / PingsPerTimeout, now))
        {
            _messages.Add((worker, new ControlMessage(ControlKind.Ping, 0)));
        }
        else if (worker.Pulse.Silence(now) > options.HeartbeatTimeout)
        {
            _silent.Add((worker, $"did not answer for {options.HeartbeatTimeout.TotalSeconds:0.###} s (HeartbeatTimeout), as a stopped process does not"));
        }
    }

    /// <summary>How long a call is over its time; below zero while it is not.</summary>
    private TimeSpan Overdue(WorkerCall call, TimeSpan running, long now)
    {
        if (call.CanceledAt != 0 && Stopwatch.GetElapsedTime(call.CanceledAt, now) - options.CancelGrace is { Ticks: > 0 } ungraceful)
        {
            return ungraceful;
        }

        TimeSpan allowed = call.Call.Timeout ?? options.TaskTimeout ?? TimeSpan.MaxValue;
        if (running > allowed)
        {
            call.KilledFor ??= TaskTimeoutException.For(call.Call.TaskName, allowed);
        }

        return running - allowed;
    }
}
