using System.Diagnostics;
using Puddles.Wire;

namespace Puddles.Watching;

/// <summary>The two spans of a call: the client's from its submission to its end, the server's while it runs. docs/watching.md has the names.</summary>
internal static class CallTracing
{
    private static readonly ActivitySource Source = new(Telemetry.Name, Telemetry.Version);

    /// <summary>Whether there is a trace that a call would be part of, or somebody who would begin one.</summary>
    public static bool IsWanted => Source.HasListeners() || Activity.Current is not null;

    /// <summary>Begins the span of a call that is submitted. What is current stays so.</summary>
    public static Activity? StartClient(string task)
    {
        Activity? current = Activity.Current;
        Activity? activity = Source.StartActivity(task, ActivityKind.Client);
        Activity.Current = current;
        return activity;
    }

    /// <summary>Ends the span of a call, on whatever thread.</summary>
    public static void EndClient(Activity activity, CallOutcome outcome, Exception? error)
    {
        activity.SetTag(Telemetry.Outcome, outcome.Name());
        if (error is not null && outcome != CallOutcome.Canceled)
        {
            activity.SetTag("error.type", (error as RemoteTaskException)?.RemoteType ?? error.GetType().FullName);
            activity.SetStatus(ActivityStatusCode.Error, error.Message);
        }

        // To stop an activity makes its parent the current one, which is none of this thread's.
        Activity? current = Activity.Current;
        activity.Stop();
        Activity.Current = current;
    }

    /// <summary>Begins the span of a call that runs, and makes it the current activity: also where nobody listens, so that the task passes the trace on.</summary>
    /// <returns>The activity; null where the trace cannot be read.</returns>
    public static Activity? StartServer(CallTrace trace, string task, PuddleContext call)
    {
        if (!ActivityContext.TryParse(trace.Parent, trace.State, isRemote: true, out ActivityContext parent))
        {
            return null;
        }

        Activity activity = Source.StartActivity(task, ActivityKind.Server, parent)
            ?? new Activity(task) { TraceStateString = trace.State }.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags).Start();
        activity.SetTag(Telemetry.Task, task);
        activity.SetTag("puddles.worker.id", call.WorkerId);
        activity.SetTag("puddles.call.attempt", call.Attempt);
        return activity;
    }
}
