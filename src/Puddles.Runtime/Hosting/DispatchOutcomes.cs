using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>Outcomes as they are told to the host.</summary>
internal static class DispatchOutcomes
{
    public static FrameKind ToFrameKind(this DispatchOutcome outcome) => outcome switch
    {
        DispatchOutcome.Result => FrameKind.Result,
        DispatchOutcome.Canceled => FrameKind.Canceled,
        _ => FrameKind.Failure,
    };
}
