using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Puddles.Processors;

/// <summary>Windows keeps affinity for each process, as a mask of the up to 64 cores of its processor group.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsAffinity
{
    public static CoreSet Get()
    {
        using Process self = Process.GetCurrentProcess();
        return FromMask(self.ProcessorAffinity);
    }

    public static void Set(CoreSet cores)
    {
        using Process self = Process.GetCurrentProcess();
        Set(self, cores);
    }

    public static void Set(Process process, CoreSet cores)
    {
        Check(cores);
        try
        {
            process.ProcessorAffinity = Cpu.Mask(cores.ToArray());
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException && process.HasExited)
        {
            // It has ended already: whoever waits for it finds that out.
        }
    }

    public static void Check(CoreSet cores)
    {
        using Process self = Process.GetCurrentProcess();
        if (!GetMasks(self.Handle, out _, out nint system))
        {
            throw new Win32Exception();
        }

        CoreSet usable = FromMask(system);
        if (cores.Except(usable) is not null)
        {
            throw Affinity.Refused(cores, usable);
        }
    }

    private static CoreSet FromMask(nint mask) =>
        new(Enumerable.Range(0, nint.Size * 8).Where(core => ((mask >> core) & 1) != 0));

    [LibraryImport("kernel32", EntryPoint = "GetProcessAffinityMask", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial bool GetMasks(nint process, out nint own, out nint system);
}
