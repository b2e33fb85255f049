using System.Diagnostics;

namespace Puddles.Processors;

/// <summary>Which cores processes run on, on the systems that can be told. Safe from any thread.</summary>
internal static class Affinity
{
    private static readonly Lock Gate = new();

    /// <summary>The cores that this process may use.</summary>
    /// <exception cref="PlatformNotSupportedException">This system cannot tell.</exception>
    public static CoreSet Get() =>
        OperatingSystem.IsLinux() ? LinuxAffinity.OfThisThread()
        : OperatingSystem.IsWindows() ? WindowsAffinity.Get()
        : throw Unsupported();

    /// <summary>Holds every thread of this process, those that it will start included, to some cores.</summary>
    /// <exception cref="ArgumentException">One of them is not there, or not this process's to use; nothing is changed.</exception>
    /// <exception cref="PlatformNotSupportedException">This system cannot do it.</exception>
    public static void Set(CoreSet cores)
    {
        lock (Gate)
        {
            if (OperatingSystem.IsLinux())
            {
                LinuxAffinity.SetAllThreads(cores);
            }
            else if (OperatingSystem.IsWindows())
            {
                WindowsAffinity.Set(cores);
            }
            else
            {
                throw Unsupported();
            }
        }
    }

    /// <summary>Finds out whether processes that are started here can be held to some cores.</summary>
    /// <exception cref="ArgumentException">One of them is not there, or not this process's to use.</exception>
    /// <exception cref="PlatformNotSupportedException">This system cannot do it.</exception>
    public static void Check(CoreSet cores)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxAffinity.Check(cores);
        }
        else if (OperatingSystem.IsWindows())
        {
            WindowsAffinity.Check(cores);
        }
        else
        {
            throw Unsupported();
        }
    }

    /// <summary>Starts a process that runs on some cores from its first instruction on, or, on Windows, from very soon.</summary>
    /// <exception cref="ArgumentException">One of them is not there, or not this process's to use.</exception>
    public static Process Start(ProcessStartInfo info, CoreSet? cores)
    {
        if (cores is not null && OperatingSystem.IsLinux())
        {
            return LinuxAffinity.Start(info, cores);
        }

        Process process = Process.Start(info)!;
        if (cores is not null && OperatingSystem.IsWindows())
        {
            WindowsAffinity.Set(process, cores);
        }

        return process;
    }

    /// <summary>What to say where cores cannot be used.</summary>
    public static ArgumentException Refused(CoreSet cores, CoreSet usable) =>
        new($"Core {cores.Except(usable) ?? cores} is not there, or not this process's to use: it may use {usable}.");

    private static PlatformNotSupportedException Unsupported() =>
        new("Holding a process to some cores works on Linux and Windows only.");
}
