using System.Runtime.CompilerServices;

namespace Peers;

/// <summary>What the workers run.</summary>
internal static class Tasks
{
    public static int Inc(int value) => value + 1;

    /// <summary>Compiled once and for good, and never into its caller, where what it computes might be left out: it takes as long in the host that measures it as in a worker that has just started.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Burn(int rounds)
    {
        int x = 1;
        for (int i = 0; i < rounds; i++)
        {
            x = unchecked((x * 1103515245) + 12345) & int.MaxValue;
        }

        return x;
    }

    public static int Nap(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return milliseconds;
    }
}
