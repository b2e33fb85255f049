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

    /// <summary>How long a worker may take to hand back what waits behind an overdue call, before it is killed all the same.</summary>
    private static readonly TimeSpan HandBackGrace = TimeSpan.FromSeconds(1);

    private readonly List<(Worker Worker, ControlMessage Message)> _messages = [];
    private readonly List<(Worker Worker, WorkerCall For)> _kills = [];
    private Timer? _timer;

    /// <summary>Begins to look, if it does not already.</summary>
    public void Watch() => _timer ??= new Timer(look, null, PeriodMilliseconds, PeriodMilliseconds);

    /// <summary>Stops looking, so that an idle pool uses no processor.</summary>
    public void Rest()
    {
        _timer?.Dispose();
        _timer = null;
    }

    /// <summary>Looks at a worker and notes what is to be done.</summary>
    public void Inspect(Worker worker)
    {
        List<WorkerCall> calls = worker.Calls();
        WorkerCall? oldest = calls.FirstOrDefault();
        long now = Stopwatch.GetTimestamp();
        if (oldest is null || worker.Watched != oldest)
        {
            worker.Watched = oldest;
            worker.WatchedSince = now;
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

    /// <summary>Hands out what <see cref="Inspect"/> noted.</summary>
    public Action TakeNoted()
    {
        (Worker Worker, ControlMessage Message)[] messages = [.. _messages];
        (Worker Worker, WorkerCall For)[] kills = [.. _kills];
        _messages.Clear();
        _kills.Clear();
        return () =>
        {
            Array.ForEach(messages, item => item.Worker.Tell(item.Message));
            Array.ForEach(kills, item => item.Worker.KillFor(item.For));
        };
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
