using Puddles;

namespace Samples;

/// <summary>Stands for a native library that is right most of the time.</summary>
internal static unsafe class Native
{
    /// <summary>Squares a number, or jumps through a pointer to nowhere: no exception can be caught, the process is gone.</summary>
    [PuddleTask]
    public static int Square(int number, bool crash)
    {
        if (crash)
        {
            ((delegate* unmanaged<void>)1)();
        }

        return number * number;
    }
}
