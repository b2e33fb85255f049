using System.Diagnostics;

namespace Puddles.TestWorker;

/// <summary>What a task can see of the trace that it is part of.</summary>
public static class TraceTasks
{
    /// <summary>Trace, parent and state of the current activity; nothing where there is none.</summary>
    [PuddleTask]
    public static async Task<string?[]> CurrentTrace()
    {
        await Task.Yield();
        return Activity.Current is { } current
            ? [current.TraceId.ToHexString(), current.ParentSpanId.ToHexString(), current.TraceStateString]
            : [];
    }
}
