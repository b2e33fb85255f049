using System.Runtime.InteropServices;

namespace Puddles.Faults.Tests.Support;

/// <summary>Sends signals as a user would with kill(1).</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    public const int Continue = 18;
    public const int Stop = 19;

    /// <summary>Sends one.</summary>
    /// <param name="signal">The signal, by its number on Linux.</param>
    /// <param name="process">The process; below zero, the group.</param>
    public static void Send(int signal, int process) => _ = SendSignal(process, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
}
