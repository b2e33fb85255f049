using System.Diagnostics.Tracing;

namespace Puddles.Watching;

/// <summary>What happens to pools, workers and calls, for EventListener and dotnet-trace. docs/watching.md has the table.</summary>
[EventSource(Name = Telemetry.Name)]
internal sealed class PuddlesEventSource : EventSource
{
    public static readonly PuddlesEventSource Log = new();

    /// <summary>Whether somebody wants to know of calls that fail.</summary>
    public bool HearsCalls => IsEnabled(EventLevel.Warning, Keywords.Calls);

    [Event(1, Level = EventLevel.Informational, Keywords = Keywords.Pools)]
    public void PoolMade(string pool, string engine) => WriteEvent(1, pool, engine);

    [Event(2, Level = EventLevel.Informational, Keywords = Keywords.Pools)]
    public void PoolClosed(string pool) => WriteEvent(2, pool);

    [Event(3, Level = EventLevel.Informational, Keywords = Keywords.Workers)]
    public void WorkerStarting(string pool, int worker) => WriteEvent(3, pool, worker);

    [Event(4, Level = EventLevel.Informational, Keywords = Keywords.Workers)]
    public void WorkerReady(string pool, int worker, int process) => WriteEvent(4, pool, worker, process);

    /// <summary>The pool let it go.</summary>
    [Event(5, Level = EventLevel.Informational, Keywords = Keywords.Workers)]
    public void WorkerEnded(string pool, int worker, int process, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(5, pool, worker, process, reason);
        }
    }

    /// <summary>It died, or was killed for what it did or did not do.</summary>
    [Event(6, Level = EventLevel.Warning, Keywords = Keywords.Workers)]
    public void WorkerLost(string pool, int worker, int process, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(6, pool, worker, process, reason);
        }
    }

    [Event(7, Level = EventLevel.Error, Keywords = Keywords.Workers)]
    public void WorkerNotStarted(string pool, int worker, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(7, pool, worker, reason);
        }
    }

    [Event(8, Level = EventLevel.Warning, Keywords = Keywords.Calls)]
    public void CallFailed(string pool, string task, string outcome, string message)
    {
        if (IsEnabled())
        {
            WriteEvent(8, pool, task, outcome, message);
        }
    }

    [Event(9, Level = EventLevel.Informational, Keywords = Keywords.Replay)]
    public void CapsuleWritten(string pool, string task, string path)
    {
        if (IsEnabled())
        {
            WriteEvent(9, pool, task, path);
        }
    }

    [Event(10, Level = EventLevel.Error, Keywords = Keywords.Replay)]
    public void CapsuleNotWritten(string pool, string task, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(10, pool, task, reason);
        }
    }

    public static class Keywords
    {
        public const EventKeywords Pools = (EventKeywords)1;
        public const EventKeywords Workers = (EventKeywords)2;
        public const EventKeywords Calls = (EventKeywords)4;
        public const EventKeywords Replay = (EventKeywords)8;
    }
}
