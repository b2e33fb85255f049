using System.Diagnostics;
using Puddles.Wire;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>
/// Looks at the workers now and then, while there are calls: takes back what waits behind a call that runs long, and
/// kills a worker whose call is over its time. A call is first seen when it runs already, so nothing is ever early.
/// Guarded by the pool's lock.
/// </summary>
internal sealed class Overseer(ProcessPoolOptions options, Action distrust, TimerCallback look)
{
    private const int PeriodMilliseconds = 20;

    private const int PingsPerTimeout = 4;

    /// <summary>How long after it should have looked the overseer takes it that its own process was stopped, and could not have heard a ping answered.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromSeconds(1);

    /// <summary>How much of the time between two looks counts as time that a call took: in the rest it may have been answered without this process knowing.</summary>
    private static readonly long LongestGap = Stopwatch.Frequency / 10;

    /// <summary>How long a worker may take to hand back what waits behind an overdue call, before it is killed all the same.</summary>
    private static readonly TimeSpan HandBackGrace = TimeSpan.FromSeconds(1);

    private readonly List<(Worker Worker, ControlMessage Message)> _messages = [];
    private readonly List<(Worker Worker, WorkerCall? For, ulong Id, string Reason)> _kills = [];
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
        long gap = _lookedAt == 0 ? 0 : now - _lookedAt;
        bool wasAway = Stopwatch.GetElapsedTime(0, gap) > Absence;
        long before = _lookedAt == 0 ? now : _lookedAt;
        _lookedAt = now;
        foreach (Worker worker in workers)
        {
            if (worker.ReadOnIfLong())
            {
                distrust();
            }

            if (worker.HasUnread)
            {
                // It answered, said nothing of it because more was to come, and what came is long.
                _messages.Add((worker, new ControlMessage(ControlKind.Ping, 0)));
            }

            if (wasAway)
            {
                worker.Pulse.Reset();
            }

            if (worker.TasksAtATime == 1 && worker.AnsweredAt > before)
            {
                // What runs now began after the last look.
                FeelPulse(worker, now);
                continue;
            }

            List<WorkerCall> calls = worker.Calls();
            if (gap > LongestGap)
            {
                Forgive(calls, gap - LongestGap);
            }

            Inspect(worker, calls, now);
        }
    }

    private static void Forgive(List<WorkerCall> calls, long missed)
    {
        foreach (WorkerCall call in calls)
        {
            if (call.SeenRunningAt != 0)
            {
                call.SeenRunningAt += missed;
            }

            if (call.CanceledAt != 0)
            {
                call.CanceledAt += missed;
            }
        }
    }

    private void Inspect(Worker worker, List<WorkerCall> calls, long now)
    {
        if (calls.Count == 0)
        {
            worker.IsHeldUp = false;
            return;
        }

        List<WorkerCall> running = calls[..Math.Min(calls.Count, worker.TasksAtATime)];
        List<WorkerCall> behind = calls[running.Count..];
        worker.IsHeldUp = running.Count == worker.TasksAtATime && running.TrueForAll(call => call.SeenRunningAt != 0);
        if (worker.IsHeldUp)
        {
            TakeBack(worker, behind);
        }

        foreach (WorkerCall call in running)
        {
            if (call.SeenRunningAt == 0)
            {
                call.SeenRunningAt = now;
            }
            else
            {
                CheckTime(worker, call, behind.Count == 0 ? TimeSpan.Zero : HandBackGrace, now);
            }
        }

        FeelPulse(worker, now);
    }

    private void TakeBack(Worker worker, List<WorkerCall> calls)
    {
        foreach (WorkerCall call in calls.Where(call => !call.IsWithdrawing))
        {
            call.IsWithdrawing = true;
            _messages.Add((worker, new ControlMessage(ControlKind.Withdraw, call.Id)));
        }
    }

    /// <summary>Hands out what was noted.</summary>
    public Action TakeNoted()
    {
        (Worker Worker, ControlMessage Message)[] messages = [.. _messages];
        (Worker Worker, WorkerCall? For, ulong Id, string Reason)[] kills = [.. _kills];
        _messages.Clear();
        _kills.Clear();
        return () =>
        {
            Array.ForEach(messages, item => item.Worker.Tell(item.Message));
            Array.ForEach(kills, item => item.Worker.KillFor(item.Reason, item.For, item.Id));
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
            _kills.Add((worker, null, 0, $"did not answer for {options.HeartbeatTimeout.TotalSeconds:0.###} s (HeartbeatTimeout), as a stopped process does not"));
        }
    }

    /// <summary>Ends a running call that is over its time, or that has gone on too long after it was asked to stop.</summary>
    private void CheckTime(Worker worker, WorkerCall call, TimeSpan grace, long now)
    {
        TimeSpan allowed = call.Call.Timeout ?? options.TaskTimeout ?? TimeSpan.MaxValue;
        TimeSpan overdue = Stopwatch.GetElapsedTime(call.SeenRunningAt, now) - allowed;
        if (overdue > TimeSpan.Zero && call.KilledFor is null)
        {
            ExpireTime(worker, call, allowed, now);
        }

        if (worker.TasksAtATime == 1 && overdue > grace)
        {
            _kills.Add((worker, call, call.Id, $"ran task '{call.Call.TaskName}' past the {allowed.TotalSeconds:0.###} s that it may take"));
        }
        else if (call.CanceledAt != 0 && Stopwatch.GetElapsedTime(call.CanceledAt, now) - options.CancelGrace > grace)
        {
            string why = call.KilledFor is null ? "its caller cancelled it" : "its time was over";
            _kills.Add((worker, call, call.Id, $"ran task '{call.Call.TaskName}' on for {options.CancelGrace.TotalSeconds:0.###} s (CancelGrace) after {why}"));
        }
    }

    /// <summary>Where the worker has other calls too, the one that is late is first asked to stop: they are to live if it heeds its token.</summary>
    private void ExpireTime(Worker worker, WorkerCall call, TimeSpan allowed, long now)
    {
        if (worker.TasksAtATime == 1)
        {
            call.KilledFor = TaskTimeoutException.For(call.Call.TaskName, allowed);
            return;
        }

        call.KilledFor = TaskTimeoutException.For(call.Call.TaskName, allowed, "Its token was cancelled; where it does not stop within CancelGrace, its worker is killed.");
        if (call.CanceledAt == 0)
        {
            call.CanceledAt = now;
            _messages.Add((worker, new ControlMessage(ControlKind.Cancel, call.Id)));
        }
    }
}
