using System.Diagnostics;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <summary>Finds workers that have been idle too long. Looks only while there are more than are kept. Guarded by the pool's lock.</summary>
internal sealed class IdleWatch(TimeSpan patience, int kept, TimerCallback look)
{
    private const int LooksPerPatience = 4;

    private Timer? _timer;

    /// <summary>Begins to look if there may be something to find, and stops if not.</summary>
    public void Adjust(int workers)
    {
        if (patience == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        if (workers <= kept)
        {
            _timer?.Dispose();
            _timer = null;
        }
        else
        {
            TimeSpan period = TimeSpan.FromMilliseconds(Math.Max(1, Math.Min(patience.TotalMilliseconds / LooksPerPatience, int.MaxValue)));
            _timer ??= new Timer(look, null, period, period);
        }
    }

    /// <summary>Those that can go, longest idle first.</summary>
    public IReadOnlyList<Worker> TooLong(IReadOnlyList<Worker> ready) =>
        [.. ready
            .Where(worker => worker.Count == 0 && Stopwatch.GetElapsedTime(worker.IdleSince) > patience)
            .OrderBy(worker => worker.IdleSince)
            .Take(Math.Max(0, ready.Count - kept))];
}
