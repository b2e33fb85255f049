using System.Collections.Concurrent;

namespace Puddles.Scheduling;

/// <summary>Learns how long each task runs. One thread at a time learns, any may ask.</summary>
internal sealed class RunTimes
{
    /// <summary>What a task is expected to take, in nanoseconds, that has never run: long, so that nothing is put behind it.</summary>
    public const long Unknown = 1_000_000_000;

    private const int Outlier = 8;
    private const int Weight = 4;

    private readonly ConcurrentDictionary<ulong, RunTime> _known = new();

    public long Expected(ulong taskId) => _known.TryGetValue(taskId, out RunTime? time) ? time.Expected : Unknown;

    /// <summary>Takes a run into account: a moving average, but one much longer run is believed at once.</summary>
    public void Learn(ulong taskId, ulong nanoseconds)
    {
        long ran = (long)Math.Min(nanoseconds, Unknown);
        if (!_known.TryGetValue(taskId, out RunTime? time))
        {
            _known[taskId] = new RunTime { Expected = ran };
            return;
        }

        time.Expected = ran > time.Expected * Outlier ? ran : time.Expected + ((ran - time.Expected) / Weight);
    }

    private sealed class RunTime
    {
        private long _expected;

        public long Expected
        {
            get => Volatile.Read(ref _expected);
            set => Volatile.Write(ref _expected, value);
        }
    }
}
