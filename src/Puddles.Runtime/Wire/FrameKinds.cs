namespace Puddles.Wire;

/// <summary>What kinds of frames have in common.</summary>
internal static class FrameKinds
{
    /// <summary>Whether a frame of this kind is the last that is said of its call.</summary>
    public static bool EndsCall(this FrameKind kind) => kind is >= FrameKind.Result and <= FrameKind.Withdrawn;
}
