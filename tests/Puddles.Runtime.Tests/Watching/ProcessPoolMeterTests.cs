using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Watching;

[Collection(WatchingAlone.Name)]
public sealed class ProcessPoolMeterTests : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _measured = new();
    private readonly ConcurrentDictionary<string, string?> _units = new();
    private readonly MeterListener _listener = new();
    private readonly string _name = $"metered-{Guid.NewGuid():N}";

    public ProcessPoolMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Puddles")
            {
                _units[instrument.Name] = instrument.Unit;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Each_call_is_timed_with_its_pool_task_and_outcome()
    {
        _listener.Start();
        await using ProcessPool pool = Pool();

        await ContractTasks.RunSquare(3, pool).OrHang();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ContractTasks.RunSquareUnlessOdd(3, pool)).OrHang();

        foreach (string instrument in new[] { "puddles.call.duration", "puddles.call.wait.duration", "puddles.call.run.duration" })
        {
            (string, double Value, string Tags)[] measured = [.. _measured.Where(item => item.Instrument == instrument)];
            Assert.Equal("s", _units[instrument]);
            Assert.Equal(2, measured.Length);
            Assert.Equal($"puddles.outcome=done puddles.pool={_name} puddles.task=Puddles.TestTasks.ContractTasks.Square(int)", measured[0].Tags);
            Assert.Contains("puddles.outcome=threw", measured[1].Tags, StringComparison.Ordinal);
            Assert.All(measured, item => Assert.InRange(item.Value, 0, Limits.Hang.TotalSeconds));
        }

        Assert.True(Sum("puddles.call.duration") >= Sum("puddles.call.run.duration"));
    }

    [Fact]
    public async Task What_is_under_way_and_what_was_done_can_be_read_at_any_time()
    {
        await using ProcessPool pool = Pool();
        await pool.RunAllAsync(Enumerable.Range(0, 10).Select(ContractTasks.UnitSquare)).OrHang();

        _listener.Start();
        _listener.RecordObservableInstruments();

        Assert.Equal(10, Value("puddles.calls.settled", "puddles.outcome=done"));
        Assert.Equal(0, Value("puddles.calls.settled", "puddles.outcome=threw"));
        Assert.Equal(0, Value("puddles.calls", "puddles.call.state=queued"));
        Assert.Equal(pool.Stats.IdleWorkers, Value("puddles.workers", "puddles.worker.state=idle"));
        Assert.Equal(0, Value("puddles.workers.lost", ""));
        Assert.Equal(pool.Stats.BytesSent, Value("puddles.io", "puddles.io.direction=transmit"));
        Assert.Equal(("{call}", "{worker}", "By"), (_units["puddles.calls"], _units["puddles.workers"], _units["puddles.io"]));

        await pool.DisposeAsync().OrHang();
        _measured.Clear();
        _listener.RecordObservableInstruments();
        Assert.Empty(_measured);
    }

    [Fact]
    public async Task A_listener_that_throws_costs_no_call()
    {
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw new InvalidOperationException("The listener is broken."));
        _listener.Start();
        await using ProcessPool pool = Pool();

        Assert.Equal(9, await ContractTasks.RunSquare(3, pool).OrHang());
        Assert.Equal(0, pool.Stats.LostWorkers);
    }

    private ProcessPool Pool() => new(new() { Name = _name, Workers = 1, WorkerCommand = [Programs.Worker] });

    private double Value(string instrument, string tag) =>
        Assert.Single(_measured, item => item.Instrument == instrument && item.Tags.Contains(tag, StringComparison.Ordinal)).Value;

    private double Sum(string instrument) => _measured.Where(item => item.Instrument == instrument).Sum(item => item.Value);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        if (text.Contains(_name, StringComparison.Ordinal))
        {
            _measured.Enqueue((instrument.Name, value, text));
        }
    }
}
