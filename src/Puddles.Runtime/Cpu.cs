using Puddles.Processors;

namespace Puddles;

/// <summary>
/// The cores that this process runs on, by number, from 0. A task that calls <see cref="SetCores"/> moves its whole worker,
/// and for good; <see cref="ProcessPoolOptions.Cores"/> does it for all workers of a pool, and <see cref="PuddleUnit.OnCores"/>
/// for one call. Linux, and Windows for the first 64 cores. All members are safe from any thread.
/// </summary>
public static class Cpu
{
    /// <summary>Holds this process to some cores: all of its threads, and those that it starts later, and processes too.</summary>
    /// <param name="cores">Their numbers; at least one.</param>
    /// <exception cref="ArgumentException">There are none, or one is not there or not this process's to use, as in a container that has others; nothing is changed.</exception>
    /// <exception cref="PlatformNotSupportedException">The system is neither Linux nor Windows.</exception>
    public static void SetCores(params int[] cores) => Affinity.Set(new CoreSet(cores));

    /// <summary>The cores that this process may run on. Where threads were held to different ones, those of the calling thread.</summary>
    /// <returns>Their numbers, rising.</returns>
    /// <exception cref="PlatformNotSupportedException">The system is neither Linux nor Windows.</exception>
    public static int[] GetCores() => Affinity.Get().ToArray();

    /// <summary>Some cores as the bits of a number, as <see cref="System.Diagnostics.Process.ProcessorAffinity"/> takes them: <c>Mask(0, 2)</c> is 5.</summary>
    /// <param name="cores">Their numbers, from 0 to 63, or 31 in a 32-bit process; none gives 0.</param>
    /// <returns>The mask; negative where it has the highest bit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static nint Mask(params int[] cores)
    {
        ArgumentNullException.ThrowIfNull(cores);
        nint mask = 0;
        foreach (int core in cores)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(core, nameof(cores));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(core, nint.Size * 8, nameof(cores));
            mask |= (nint)1 << core;
        }

        return mask;
    }
}
