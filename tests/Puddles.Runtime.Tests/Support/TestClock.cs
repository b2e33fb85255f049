using System.Collections.Concurrent;

namespace Puddles.Runtime.Tests.Support;

/// <summary>Says which test takes too long, and in which state the pools are then.</summary>
internal sealed class TestClock(TimeSpan limit, Action<string> fail) : IDisposable
{
    private readonly ConcurrentDictionary<string, Timer> _timers = new();

    public void Begin(string key, string name) =>
        _timers[key] = new Timer(_ => fail($"The test '{name}' has not ended within {limit}.{Environment.NewLine}{HangReport.Write()}"), null, limit, Timeout.InfiniteTimeSpan);

    public void End(string key)
    {
        if (_timers.TryRemove(key, out Timer? timer))
        {
            timer.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (string key in _timers.Keys)
        {
            End(key);
        }
    }
}
