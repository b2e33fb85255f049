using System.Diagnostics;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The workers of a pool: who is starting, ready or leaving, and who takes the next call. Guarded by the pool's lock.</summary>
internal sealed class Crew(ProcessPoolOptions options, Func<int, Worker> hire)
{
    /// <summary>How many calls a worker has at most that cannot begin at once.</summary>
    private const int MostBehind = 1023;

    /// <summary>How much work a worker has at most, in nanoseconds, if it has calls that cannot begin at once: enough that it never waits for the next, so little that none waits long behind another.</summary>
    private const long MostAhead = 500_000;

    /// <summary>What a call takes a worker besides its task, in nanoseconds.</summary>
    private const long Overhead = 500;

    /// <summary>What it takes to wake a worker that sleeps, in nanoseconds.</summary>
    private const long WakeUp = 50_000;

    /// <summary>What it takes this process to submit a call and take its answer in, in nanoseconds: of calls that run no longer, one worker does as many as there can be.</summary>
    private const long Handling = 2_000;

    /// <summary>After how long a worker that was awake answers no more as it did.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromMicroseconds(100);

    /// <summary>The same, for one that answers many together.</summary>
    private static readonly TimeSpan StandstillOfMany = TimeSpan.FromMilliseconds(1);

    private readonly List<Worker> _starting = [];
    private readonly List<Worker> _ready = [];
    private readonly List<Worker> _leaving = [];
    private int _lastId;

    /// <summary>How many there are at most; one that leaves counts while it has calls.</summary>
    public int Size { get; set; } = options.Workers;

    public IReadOnlyList<Worker> Ready => _ready;

    /// <summary>Those that can have calls.</summary>
    public IReadOnlyList<Worker> Busy => [.. _ready, .. _leaving];

    public IReadOnlyList<Worker> All => [.. _starting, .. _ready, .. _leaving];

    public bool IsEmpty => _starting.Count == 0 && _ready.Count == 0 && _leaving.Count == 0;

    /// <summary>How many are not ready yet.</summary>
    public int Starting => _starting.Count;

    /// <summary>How many are ready and have no calls.</summary>
    public int Idle => _ready.Count(worker => worker.Count == 0);

    /// <summary>How many have calls.</summary>
    public int WithCalls => _ready.Count + _leaving.Count(worker => worker.Count > 0) - Idle;

    /// <summary>How many calls run: of those that a worker has, as many as it runs at a time.</summary>
    public int Running => Busy.Sum(worker => Math.Min(worker.Count, worker.TasksAtATime));

    /// <summary>How many there are, or will be, that take calls.</summary>
    public int Count => _starting.Count + _ready.Count;

    /// <summary>Whether a worker has so much that sending it more is better put off until it can be more at once.</summary>
    public static bool IsWellSupplied(Worker worker) => worker.Count > worker.TasksAtATime + (Behind(worker) / 2);

    public void BecomeReady(Worker worker)
    {
        _starting.Remove(worker);
        _ready.Add(worker);
        worker.IdleSince = Stopwatch.GetTimestamp();
    }

    public void Remove(Worker worker) => _ = _starting.Remove(worker) || _ready.Remove(worker) || _leaving.Remove(worker);

    /// <summary>Starts workers until as many are starting as are wanted, or there are as many as there may be.</summary>
    public void StartUpTo(int wanted)
    {
        while (_starting.Count < wanted && Count + _leaving.Count(worker => worker.Count > 0) < Size)
        {
            Worker worker = hire(++_lastId);
            _starting.Add(worker);
            worker.Start();
        }
    }

    /// <summary>Gives a worker no more calls; it goes when it has none left.</summary>
    public void Retire(Worker worker, ref Aftermath aftermath)
    {
        worker.Leave();
        if (_ready.Remove(worker))
        {
            _leaving.Add(worker);
            LetGoIfDone(worker, ref aftermath);
        }
    }

    /// <summary>Notes that a worker has handled what came; one that is leaving goes when that was all.</summary>
    public void NoteProgress(Worker worker, ref Aftermath aftermath)
    {
        worker.MovedAt = Stopwatch.GetTimestamp();
        if (worker.Count == 0)
        {
            worker.IdleSince = worker.MovedAt;
            if (_leaving.Contains(worker))
            {
                LetGoIfDone(worker, ref aftermath);
            }
        }
    }

    /// <summary>Gives a call to a worker, the last where it has had as many as it may.</summary>
    /// <returns>False where it takes none.</returns>
    public bool TryGive(Worker worker, WorkerCall call, ref Aftermath aftermath)
    {
        if (!worker.TryGive(call))
        {
            return false;
        }

        if (worker.Count == 1)
        {
            worker.MovedAt = Stopwatch.GetTimestamp();
        }

        aftermath.Send(worker);
        if (options.MaxTasksPerWorker != 0 && worker.Given >= options.MaxTasksPerWorker)
        {
            Retire(worker, ref aftermath);
        }

        return true;
    }

    /// <summary>
    /// The worker that gets to a call soonest. Of those that can begin it at once it is an idle one, or else the one that
    /// has the fewest; but one that is awake and has next to nothing is sooner than an idle one that has to be woken.
    /// </summary>
    /// <param name="expectedNanoseconds">How long the call is expected to run, or each of those that go together.</param>
    /// <param name="count">How many those are.</param>
    /// <returns>The worker, or null where the call had better wait.</returns>
    public Worker? Choose(long expectedNanoseconds, int count)
    {
        Worker? idle = null;
        Worker? free = null;
        int fewest = options.TasksPerWorker;
        Worker? soonest = null;
        long least = MostAhead - (expectedNanoseconds * count);
        int awake = 0;
        long movedAt = 0;
        foreach (Worker worker in _ready)
        {
            if (!worker.IsTaking)
            {
                continue;
            }

            int has = worker.Count;
            if (has == 0)
            {
                idle ??= worker;
                continue;
            }

            awake++;
            movedAt = worker.IsHeldUp ? movedAt : Math.Max(movedAt, worker.MovedAt);
            if (has < fewest)
            {
                fewest = has;
                free = worker;
            }
            else if (Ahead(worker) <= least && has < options.TasksPerWorker + Behind(worker) && !worker.IsHeldUp)
            {
                least = Ahead(worker) - 1;
                soonest = worker;
            }
        }

        if (idle is null || movedAt == 0)
        {
            return idle ?? free ?? soonest;
        }

        // One more worker would only take a processor from this process, or from a worker that is awake.
        bool isCrowded = expectedNanoseconds < Handling && awake + 1 >= Environment.ProcessorCount;
        TimeSpan standstill = Stopwatch.GetElapsedTime(movedAt);
        if (isCrowded && standstill >= StandstillOfMany && NoteUnreadAnswers())
        {
            standstill = TimeSpan.Zero;
        }

        return standstill < StandstillOfMany && (isCrowded || (soonest is not null && least < WakeUp && standstill < Standstill)) ? free ?? soonest : idle;
    }

    /// <summary>Where this process has not come to reading what workers say, they have not stood still.</summary>
    /// <returns>Whether there is any such worker.</returns>
    private bool NoteUnreadAnswers()
    {
        bool any = false;
        foreach (Worker worker in _ready)
        {
            if (worker.Count > 0 && !worker.IsHeldUp && worker.HasUnread)
            {
                worker.MovedAt = Stopwatch.GetTimestamp();
                any = true;
            }
        }

        return any;
    }

    private static int Behind(Worker worker) => Math.Min(MostBehind, worker.FreeFrames - 1);

    /// <summary>How long it is expected to take until a worker begins what it is given next, in nanoseconds.</summary>
    private long Ahead(Worker worker) => (worker.ExpectedNanoseconds + (worker.Count * Overhead)) / options.TasksPerWorker;

    private static void LetGoIfDone(Worker worker, ref Aftermath aftermath)
    {
        if (worker.Count == 0)
        {
            aftermath.LetGo(worker);
        }
    }
}
