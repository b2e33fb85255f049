using System.Diagnostics;

namespace Puddles.Wire;

/// <summary>The trace that a call is part of, as W3C Trace Context has it.</summary>
/// <param name="Parent">Its traceparent.</param>
/// <param name="State">Its tracestate; null where there is none.</param>
internal sealed record CallTrace(string Parent, string? State)
{
    /// <summary>What W3C asks everyone to pass on at least; a longer tracestate is left out.</summary>
    private const int LongestState = 512;

    /// <summary>The trace of an activity; null where there is none, or it has no W3C id.</summary>
    public static CallTrace? Of(Activity? activity) =>
        activity is { IdFormat: ActivityIdFormat.W3C, Id: { } parent }
            ? new CallTrace(parent, activity.TraceStateString is { Length: > 0 and <= LongestState } state ? state : null)
            : null;
}
