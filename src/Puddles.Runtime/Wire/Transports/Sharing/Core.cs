using System.Runtime.InteropServices;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>The processor core that a thread runs on, where the system is Linux and tells.</summary>
internal static unsafe partial class Core
{
    /// <summary>Where nobody knows.</summary>
    public const int Unknown = -1;

    private const int MaskBytes = 128;

    private static readonly bool IsKnown = OperatingSystem.IsLinux();

    /// <summary>The number of the core that this thread runs on just now.</summary>
    public static int Current => IsKnown ? GetCore() : Unknown;

    /// <summary>Moves this thread to another core, if there is one that it may run on. It may come back at any time.</summary>
    public static void Leave(int core)
    {
        byte* mask = stackalloc byte[MaskBytes];
        if (!IsKnown || core is < 0 or >= MaskBytes * 8 || GetAffinity(0, MaskBytes, mask) != 0)
        {
            return;
        }

        byte bit = (byte)(1 << (core % 8));
        if ((mask[core / 8] & bit) != 0)
        {
            mask[core / 8] ^= bit;
            _ = SetAffinity(0, MaskBytes, mask);
            mask[core / 8] ^= bit;
            _ = SetAffinity(0, MaskBytes, mask);
        }
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu"), SuppressGCTransition]
    private static partial int GetCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint bytes, byte* mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint bytes, byte* mask);
}
