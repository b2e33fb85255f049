using System.Diagnostics;
using Puddles.Watching;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>The span of a call that runs, where the call is part of a trace. It throws nothing, whatever those who listen do.</summary>
internal sealed class TracedRun : IDisposable
{
    private readonly Activity _activity;

    private TracedRun(Activity activity) => _activity = activity;

    /// <summary>Begins the span and makes it current.</summary>
    /// <param name="trace">The trace; null for none.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="call">The call.</param>
    public static TracedRun? Start(CallTrace? trace, ulong taskId, PuddleContext call)
    {
        if (trace is null)
        {
            return null;
        }

        try
        {
            Activity? activity = CallTracing.StartServer(trace, TaskRegistry.Find(taskId)?.Name ?? "unknown task", call);
            return activity is null ? null : new TracedRun(activity);
        }
        catch (Exception)
        {
            return null;
        }
    }

    public void Note(DispatchOutcome outcome)
    {
        if (outcome == DispatchOutcome.Failure)
        {
            _activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose()
    {
        try
        {
            _activity.Dispose();
        }
        catch (Exception)
        {
            // Who listens and throws must not cost the call.
        }
    }
}
