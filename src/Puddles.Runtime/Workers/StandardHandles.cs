using System.Runtime.InteropServices;

namespace Puddles.Workers;

/// <summary>What this process was given, or not given, as its standard handles.</summary>
internal static partial class StandardHandles
{
    private const int Output = 1;
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;

    /// <summary>Whether a process that is started gets this one's standard output: not where that was closed, even if something else of the runtime has its number by now.</summary>
    public static bool IsOutputPassedOn =>
        OperatingSystem.IsWindows() || (Control(Output, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);
}
