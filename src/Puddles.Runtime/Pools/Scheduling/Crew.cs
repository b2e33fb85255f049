using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>The workers of a pool: who is starting, who is ready, and who takes the next call. Guarded by the pool's lock.</summary>
internal sealed class Crew(int size, Func<int, Worker> hire)
{
    /// <summary>How many calls a worker has at most, those sent ahead included.</summary>
    private const int MostCalls = 64;

    /// <summary>How much work a worker has at most, in nanoseconds, if it has more than one call: enough that it never waits for the next, so little that none waits long behind another.</summary>
    private const long MostAhead = 500_000;

    private readonly List<Worker> _ready = [];
    private readonly List<Worker> _starting = [];
    private int _lastId;

    public IReadOnlyList<Worker> Ready => _ready;

    public IReadOnlyList<Worker> All => [.. _ready, .. _starting];

    public bool IsEmpty => _ready.Count == 0 && _starting.Count == 0;

    /// <summary>Whether a worker has so much that sending it more is better put off until it can be more at once.</summary>
    public static bool IsWellSupplied(Worker worker) => worker.Count > MostCalls / 2;

    public void BecomeReady(Worker worker)
    {
        _starting.Remove(worker);
        _ready.Add(worker);
    }

    public void Remove(Worker worker) => _ = _starting.Remove(worker) || _ready.Remove(worker);

    /// <summary>Starts workers until as many are starting as are wanted, or there are as many as there may be.</summary>
    public void StartUpTo(int wanted)
    {
        while (_starting.Count < wanted && _ready.Count + _starting.Count < size)
        {
            Worker worker = hire(++_lastId);
            _starting.Add(worker);
            worker.Start();
        }
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
}
