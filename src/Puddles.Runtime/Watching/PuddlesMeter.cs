using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Puddles.Watching;

/// <summary>The instruments of the meter. Times are recorded call by call where somebody listens; all else is read from <see cref="PuddlePool.Stats"/> when it is asked for.</summary>
internal static class PuddlesMeter
{
    private static readonly Meter Meter = new(Telemetry.Name, Telemetry.Version);
    private static readonly Histogram<double> Duration = Times("puddles.call.duration", "From the submission of a call to its end.");
    private static readonly Histogram<double> Wait = Times("puddles.call.wait.duration", "How long a call was under way beyond its run.");
    private static readonly Histogram<double> Run = Times("puddles.call.run.duration", "How long a call ran.");

    static PuddlesMeter()
    {
        Meter.CreateObservableUpDownCounter("puddles.calls", () => Observe(Calls), "{call}", "Calls under way, by puddles.call.state.");
        Meter.CreateObservableCounter("puddles.calls.settled", () => Observe(Settled), "{call}", "Calls that have ended, by puddles.outcome.");
        Meter.CreateObservableUpDownCounter("puddles.workers", () => Observe(Workers), "{worker}", "Workers, by puddles.worker.state.");
        Meter.CreateObservableCounter("puddles.workers.lost", () => Observe(Lost), "{worker}", "Workers that died, did not start or were killed.");
        Meter.CreateObservableCounter("puddles.io", () => Observe(Bytes), "By", "Bytes of calls and answers, by puddles.io.direction.");
    }

    /// <summary>Whether somebody wants the times of each call.</summary>
    public static bool IsTiming => Duration.Enabled || Wait.Enabled || Run.Enabled;

    /// <summary>Makes the instruments known, so that a listener that starts later finds them.</summary>
    public static void Publish()
    {
    }

    /// <summary>Records a call that has ended.</summary>
    /// <param name="pool">The name of its pool.</param>
    /// <param name="task">The name of its task.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="total">How long it took, in nanoseconds.</param>
    /// <param name="times">How long it waited and ran, in nanoseconds, where that is known.</param>
    public static void Record(string pool, string task, CallOutcome outcome, long total, (long Waited, long Ran)? times)
    {
        var tags = new TagList { { Telemetry.Pool, pool }, { Telemetry.Task, task }, { Telemetry.Outcome, outcome.Name() } };
        Duration.Record(total / 1e9, tags);
        if (times is { } known)
        {
            Wait.Record(known.Waited / 1e9, tags);
            Run.Record(known.Ran / 1e9, tags);
        }
    }

    private static Histogram<double> Times(string name, string description) => Meter.CreateHistogram(
        name,
        "s",
        description,
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.000_01, 0.000_1, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60, 600] });

    private static IEnumerable<Measurement<long>> Observe(Func<PoolStats, IEnumerable<(string? Tag, string? Value, long Count)>> read) =>
        from pool in LivePools.All()
        let stats = pool.Stats
        from item in read(stats)
        select item.Tag is null
            ? new Measurement<long>(item.Count, new KeyValuePair<string, object?>(Telemetry.Pool, pool.Name))
            : new Measurement<long>(item.Count, new(Telemetry.Pool, pool.Name), new(item.Tag, item.Value));

    private static IEnumerable<(string? Tag, string? Value, long Count)> Calls(PoolStats stats) =>
        [("puddles.call.state", "queued", stats.Queued), ("puddles.call.state", "running", stats.Running)];

    private static IEnumerable<(string? Tag, string? Value, long Count)> Workers(PoolStats stats) =>
    [
        ("puddles.worker.state", "starting", stats.StartingWorkers),
        ("puddles.worker.state", "idle", stats.IdleWorkers),
        ("puddles.worker.state", "busy", stats.BusyWorkers),
    ];

    private static IEnumerable<(string? Tag, string? Value, long Count)> Settled(PoolStats stats) =>
    [
        (Telemetry.Outcome, CallOutcome.Done.Name(), stats.Done),
        (Telemetry.Outcome, CallOutcome.Threw.Name(), stats.Failed.Threw),
        (Telemetry.Outcome, CallOutcome.NotSerialized.Name(), stats.Failed.NotSerialized),
        (Telemetry.Outcome, CallOutcome.WorkerDied.Name(), stats.Failed.WorkerDied),
        (Telemetry.Outcome, CallOutcome.WorkerNotStarted.Name(), stats.Failed.WorkerNotStarted),
        (Telemetry.Outcome, CallOutcome.PoolClosed.Name(), stats.Failed.PoolClosed),
        (Telemetry.Outcome, CallOutcome.Other.Name(), stats.Failed.Other),
        (Telemetry.Outcome, CallOutcome.TimedOut.Name(), stats.TimedOut),
        (Telemetry.Outcome, CallOutcome.Canceled.Name(), stats.Canceled),
    ];

    private static IEnumerable<(string? Tag, string? Value, long Count)> Lost(PoolStats stats) => [(null, null, stats.LostWorkers)];

    private static IEnumerable<(string? Tag, string? Value, long Count)> Bytes(PoolStats stats) =>
        [("puddles.io.direction", "transmit", stats.BytesSent), ("puddles.io.direction", "receive", stats.BytesReceived)];
}
