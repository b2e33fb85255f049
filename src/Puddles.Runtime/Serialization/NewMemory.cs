using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Puddles.Serialization;

/// <summary>
/// Memory that a process has just been given costs a trap into the system for each page that is touched first, which takes
/// many times as long as to copy a page. Where some pages turn out to be new, the system is asked for all in one call.
/// </summary>
internal static unsafe partial class NewMemory
{
    private const int Page = 4096;
    private const int Tried = 128 * 1024;
    private const int Stretch = 1024 * 1024;
    private const int PopulateForWriting = 23;

    // Pages that are there already take a fraction of it.
    private static readonly long TimeForNewPage = Stopwatch.Frequency / 200_000;

    private static bool _isAsking = OperatingSystem.IsLinux();

    /// <summary>Prepares memory that nothing has been written to yet.</summary>
    /// <returns>Whether some of it was new.</returns>
    public static bool Prepare(Span<byte> memory)
    {
        bool wasNew = false;
        for (; memory.Length >= Tried && Volatile.Read(ref _isAsking); memory = memory[Math.Min(memory.Length, Stretch)..])
        {
            wasNew |= PrepareStretch(memory[..Math.Min(memory.Length, Stretch)]);
        }

        return wasNew;
    }

    private static bool PrepareStretch(Span<byte> memory)
    {
        long began = Stopwatch.GetTimestamp();
        for (int at = Tried - 1; at < memory.Length; at += Tried)
        {
            memory[at] = 0;
        }

        if (Stopwatch.GetTimestamp() - began < TimeForNewPage)
        {
            return false;
        }

        fixed (byte* start = memory)
        {
            nint first = ((nint)start + Page - 1) & -Page;
            nint end = ((nint)start + memory.Length) & -Page;

            // A system that cannot do it is not asked again.
            Volatile.Write(ref _isAsking, Advise(first, end - first, PopulateForWriting) == 0);
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);
}
