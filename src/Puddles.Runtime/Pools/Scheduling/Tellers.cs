using System.Diagnostics;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>
/// Who tells callers that their calls have ended. To wake another thread for it takes longer than most calls: so readers do
/// it themselves, and what awaits goes on there, as long as it is short or nobody waits for the reader. Else those that are to
/// be told together are one item for the thread pool.
/// </summary>
internal sealed class Tellers
{
    private readonly AwaiterTrust _trust = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
    private readonly TellingCredit _credit = new();
    private readonly Lock _gate = new();
    private readonly List<Completions> _telling = [];
    private readonly Stack<Completions> _spare = [];
    private int _coming;

    /// <summary>Whether nobody is being told, nor about to be.</summary>
    public bool AreAtRest => Volatile.Read(ref _coming) == 0;

    /// <summary>Says that callers are about to be told, so that somebody looks after that.</summary>
    public void Announce() => Interlocked.Increment(ref _coming);

    /// <summary>Begins to collect whom to tell on this thread.</summary>
    public Completions Collect()
    {
        Completions completions;
        lock (_gate)
        {
            completions = _spare.TryPop(out Completions? spare) ? spare : new Completions(End);
        }

        completions.Collect();
        return completions;
    }

    /// <summary>Tells callers on the thread of their reader, or on the thread pool.</summary>
    /// <param name="worker">Their worker.</param>
    /// <param name="completions">Who they are.</param>
    /// <param name="isAlone">Whether it is one, and nobody else waits for the reader.</param>
    /// <returns>False where that took so long that another thread reads from the worker now.</returns>
    public bool Tell(Worker worker, Completions completions, bool isAlone)
    {
        Completions.Seal();
        int count = completions.Count;
        if (count == 0 || !(isAlone ? _trust.IsGiven : _credit.IsGiven))
        {
            TellElsewhere(completions);
            return true;
        }

        Follow(completions);
        long began = isAlone ? 0 : Stopwatch.GetTimestamp();
        long leave = worker.Seat.Leave();
        bool isBack;
        try
        {
            completions.Execute();
        }
        finally
        {
            isBack = worker.Seat.TryReturn(leave);
        }

        if (!isAlone)
        {
            _credit.Settle(count, Stopwatch.GetTimestamp() - began);
        }

        return isBack;
    }

    /// <summary>Tells callers on the thread pool.</summary>
    public void Tell(Completions completions)
    {
        Completions.Seal();
        TellElsewhere(completions);
    }

    /// <summary>Takes into account that somebody kept a reader for long.</summary>
    public void Distrust()
    {
        _trust.Lose();
        _credit.Lose();
    }

    /// <summary>Lets nobody wait behind a caller that keeps its thread. To be called now and then, while there is anybody to tell.</summary>
    public void LookAfter()
    {
        lock (_gate)
        {
            for (int i = _telling.Count - 1; i >= 0; i--)
            {
                if (_telling[i].IsStuck())
                {
                    _telling[i].HandOver();
                    _telling.RemoveAt(i);
                    Interlocked.Decrement(ref _coming);
                }
            }
        }
    }

    private void TellElsewhere(Completions completions)
    {
        if (completions.Count == 0)
        {
            completions.Execute();
            return;
        }

        Follow(completions);
        ThreadPool.UnsafeQueueUserWorkItem(completions, preferLocal: false);
    }

    private void Follow(Completions completions)
    {
        lock (_gate)
        {
            _telling.Add(completions);
        }
    }

    /// <summary>One that was stuck is followed no more, and not used again: others may still look at it.</summary>
    private void End(Completions completions)
    {
        lock (_gate)
        {
            if (completions.Count > 0 && !_telling.Remove(completions))
            {
                return;
            }

            _spare.Push(completions);
        }

        Interlocked.Decrement(ref _coming);
    }
}
