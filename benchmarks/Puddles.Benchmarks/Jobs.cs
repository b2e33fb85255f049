using Puddles;

namespace Benchmarks;

/// <summary>The work, as little as there can be: what is measured is the way to it.</summary>
internal static class Jobs
{
    [PuddleTask]
    public static int Inc(int x) => x + 1;

    [PuddleTask]
    public static int ProcessId() => Environment.ProcessId;
}
