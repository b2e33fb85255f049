using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Puddles.Processors;

/// <summary>Linux keeps affinity for each thread, and a new thread or process has that of the thread which made it.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxAffinity
{
    private const int ThisThread = 0;
    private const int NoSuchThread = 3;
    private const int MaskBytes = (CoreSet.Highest + 1) / 8;

    public static CoreSet OfThisThread()
    {
        Span<byte> mask = stackalloc byte[MaskBytes];
        if (GetAffinity(ThisThread, MaskBytes, mask) != 0)
        {
            throw new PlatformNotSupportedException($"This system does not tell which cores a thread may use (error {Marshal.GetLastPInvokeError()}).");
        }

        var cores = new List<int>();
        for (int core = 0; core <= CoreSet.Highest; core++)
        {
            if ((mask[core / 8] & (1 << (core % 8))) != 0)
            {
                cores.Add(core);
            }
        }

        return new CoreSet(cores);
    }

    public static void SetAllThreads(CoreSet cores)
    {
        SetThisThread(cores);
        var done = new HashSet<int>();
        for (bool foundMore = true; foundMore;)
        {
            // Threads that others start meanwhile may have the old cores: look again until there are no new ones.
            foundMore = false;
            foreach (string path in Directory.EnumerateDirectories("/proc/self/task"))
            {
                int thread = int.Parse(Path.GetFileName(path.AsSpan()), CultureInfo.InvariantCulture);
                if (done.Add(thread))
                {
                    foundMore = true;
                    if (!TrySet(thread, cores) && Marshal.GetLastPInvokeError() != NoSuchThread)
                    {
                        throw Affinity.Refused(cores, OfThisThread());
                    }
                }
            }
        }
    }

    public static void Check(CoreSet cores) => With(cores, static () => true);

    /// <summary>The new process has the cores of this thread, which lends itself for that.</summary>
    public static Process Start(ProcessStartInfo info, CoreSet cores) => With(cores, () => Process.Start(info)!);

    private static T With<T>(CoreSet cores, Func<T> act)
    {
        CoreSet before = OfThisThread();
        try
        {
            SetThisThread(cores);
            return act();
        }
        finally
        {
            TrySet(ThisThread, before);
        }
    }

    /// <summary>The system passes over cores that may not be used, if there is one that may: that is found out here.</summary>
    private static void SetThisThread(CoreSet cores)
    {
        CoreSet before = OfThisThread();
        if (!TrySet(ThisThread, cores) || !OfThisThread().Equals(cores))
        {
            TrySet(ThisThread, new CoreSet(Enumerable.Range(0, CoreSet.Highest + 1)));
            CoreSet usable = OfThisThread();
            TrySet(ThisThread, before);
            throw Affinity.Refused(cores, usable);
        }
    }

    private static bool TrySet(int thread, CoreSet cores)
    {
        Span<byte> mask = stackalloc byte[MaskBytes];
        mask.Clear();
        foreach (int core in cores.Cores)
        {
            mask[core / 8] |= (byte)(1 << (core % 8));
        }

        return SetAffinity(thread, MaskBytes, mask) == 0;
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static partial int GetAffinity(int thread, nuint size, Span<byte> mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int SetAffinity(int thread, nuint size, ReadOnlySpan<byte> mask);
}
