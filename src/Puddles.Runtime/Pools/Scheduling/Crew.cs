using System.Diagnostics;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The workers of a pool: who is starting, ready or leaving, and who takes the next call. Guarded by the pool's lock.</summary>
internal sealed class Crew(int size, int maxCallsPerWorker, Func<int, Worker> hire)
{
    /// <summary>How many calls a worker has at most, those sent ahead included.</summary>
    private const int MostCalls = 64;

    /// <summary>How much work a worker has at most, in nanoseconds, if it has more than one call: enough that it never waits for the next, so little that none waits long behind another.</summary>
    private const long MostAhead = 500_000;

    private readonly List<Worker> _starting = [];
    private readonly List<Worker> _ready = [];
    private readonly List<Worker> _leaving = [];
    private int _lastId;

    /// <summary>How many there are at most; one that leaves counts while it has calls.</summary>
    public int Size { get; set; } = size;

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

    /// <summary>How many calls run: of those that a worker has, one.</summary>
    public int Running => WithCalls;

    /// <summary>How many there are, or will be, that take calls.</summary>
    public int Count => _starting.Count + _ready.Count;

    /// <summary>Whether a worker has so much that sending it more is better put off until it can be more at once.</summary>
    public static bool IsWellSupplied(Worker worker) => worker.Count > MostCalls / 2;

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
        if (worker.Count == 0)
        {
            worker.IdleSince = Stopwatch.GetTimestamp();
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

        aftermath.Send(worker);
        if (maxCallsPerWorker != 0 && worker.Given >= maxCallsPerWorker)
        {
            Retire(worker, ref aftermath);
        }

        return true;
    }

    /// <summary>The worker that gets to a call soonest.</summary>
    /// <param name="expectedNanoseconds">How long the call is expected to run.</param>
    /// <returns>The worker, or null where the call had better wait.</returns>
    public Worker? Choose(long expectedNanoseconds)
    {
        Worker? best = null;
        long least = MostAhead - expectedNanoseconds;
        foreach (Worker worker in _ready)
        {
            if (!worker.IsTaking)
            {
                continue;
            }

            if (worker.Count == 0)
            {
                return worker;
            }

            if (worker.ExpectedNanoseconds <= least && worker.Count < MostCalls && !worker.IsHeldUp)
            {
                least = worker.ExpectedNanoseconds - 1;
                best = worker;
            }
        }

        return best;
    }

    private static void LetGoIfDone(Worker worker, ref Aftermath aftermath)
    {
        if (worker.Count == 0)
        {
            aftermath.LetGo(worker);
        }
    }
}
