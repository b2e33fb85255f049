using System.Diagnostics;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>How many workers there are, and for how long.</content>
internal sealed partial class CallScheduler
{
    private static readonly TimeSpan MemoryPeriod = TimeSpan.FromMilliseconds(100);

    /// <summary>Changes how many workers there are at most.</summary>
    public void Resize(int workers)
    {
        Aftermath aftermath = default;
        using (Enter())
        {
            ObjectDisposedException.ThrowIf(IsClosed, typeof(ProcessPool));
            _crew.Size = workers;
            foreach (Worker worker in _crew.Ready.OrderBy(worker => worker.Count).Take(_crew.Count - workers).ToList())
            {
                _crew.Retire(worker, ref aftermath);
            }

            Assign(ref aftermath);
        }

        aftermath.Happen();
    }

    /// <summary>Lets every worker go when it has done what it has.</summary>
    public Task RecycleAsync()
    {
        Aftermath aftermath = default;
        List<Worker> before;
        using (Enter())
        {
            ObjectDisposedException.ThrowIf(IsClosed, typeof(ProcessPool));
            before = [.. _crew.Busy];
            before.ForEach(worker => _crew.Retire(worker, ref aftermath));
            Assign(ref aftermath);
        }

        aftermath.Happen();
        return Task.WhenAll(before.Select(worker => worker.Gone));
    }

    private void ShrinkIdle()
    {
        Aftermath aftermath = default;
        using (Enter())
        {
            foreach (Worker worker in _idleWatch.TooLong(_crew.Ready))
            {
                _crew.Retire(worker, ref aftermath);
            }

            _idleWatch.Adjust(_crew.Count);
        }

        aftermath.Happen();
    }

    /// <summary>Lets a worker go whose process has grown too large. Runs on the worker's own thread, outside the lock.</summary>
    private void RecycleIfLarge(Worker worker)
    {
        if (_options.RecycleAboveBytes is not { } limit || Stopwatch.GetElapsedTime(worker.MeasuredAt) < MemoryPeriod)
        {
            return;
        }

        worker.MeasuredAt = Stopwatch.GetTimestamp();
        if (worker.MemoryBytes() <= limit)
        {
            return;
        }

        Aftermath aftermath = default;
        using (Enter())
        {
            _crew.Retire(worker, ref aftermath);
            Assign(ref aftermath);
        }

        aftermath.Happen();
    }
}
