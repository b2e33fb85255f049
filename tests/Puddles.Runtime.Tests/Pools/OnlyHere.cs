namespace Puddles.Runtime.Tests.Pools;

/// <summary>Tasks that the worker programs do not have, or have otherwise.</summary>
public static class OnlyHere
{
    [PuddleTask]
    public static int Secret(int x) => x;

    [PuddleTask(Name = "test.changed")]
    public static int Changed(int first, string second) => first + second.Length;
}
