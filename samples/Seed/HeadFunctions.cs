using Puddles;

namespace Samples;

/// <summary>Functions that ask for the head of their process.</summary>
internal static class HeadFunctions
{
    [PuddleTask]
    public static int SetUps(CustomHead head) => head.SetUps;

    [PuddleTask]
    public static bool IsInside(CustomHead head) => head.IsRunning;

    [PuddleTask]
    public static bool KnowsItsProcess(InfoHead head) => head.ProcessId == Environment.ProcessId && head.ParentProcessId != head.ProcessId;
}
