using System.Runtime.InteropServices;

namespace Puddles.Scheduling;

/// <summary>Learns how long each task runs. Not safe for use by two threads at once.</summary>
internal sealed class RunTimes
{
    /// <summary>What a task is expected to take, in nanoseconds, that has never run: long, so that nothing is put behind it.</summary>
    public const long Unknown = 1_000_000_000;

    private const int Outlier = 8;
    private const int Weight = 4;

    private readonly Dictionary<ulong, long> _expected = [];

    public long Expected(ulong taskId) => _expected.GetValueOrDefault(taskId, Unknown);

    /// <summary>Takes a run into account: a moving average, but one much longer run is believed at once.</summary>
    public void Learn(ulong taskId, ulong nanoseconds)
    {
        long ran = (long)Math.Min(nanoseconds, Unknown);
        ref long expected = ref CollectionsMarshal.GetValueRefOrAddDefault(_expected, taskId, out bool known);
        expected = !known || ran > expected * Outlier ? ran : expected + ((ran - expected) / Weight);
    }
}
