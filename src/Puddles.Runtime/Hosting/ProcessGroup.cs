using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Puddles.Hosting;

/// <summary>The worker and what it starts, so that they can end together.</summary>
internal static partial class ProcessGroup
{
    private const int SigKill = 9;
    private const int MostLooks = 100;

    /// <summary>Makes this process the leader of a session, and so of a group, of its own: Ctrl-C in the host's terminal is the host's to handle.</summary>
    public static void Lead()
    {
        if (!OperatingSystem.IsWindows())
        {
            // It fails only where the process leads a group already, which is as good.
            _ = SetSid();
        }
    }

    /// <summary>Ends this process and what it started, at once, whatever its threads are doing.</summary>
    public static void KillOwn()
    {
        if (OperatingSystem.IsWindows())
        {
            Process.GetCurrentProcess().Kill(entireProcessTree: true);
        }
        else
        {
            Kill(Environment.ProcessId);
            _ = SendSignal(Environment.ProcessId, SigKill);
        }
    }

    /// <summary>Leaves Ctrl-C and requests to end to the host, which may be in the middle of an orderly end: a terminal or a service manager sends them to every process.</summary>
    /// <returns>What holds while it is not disposed.</returns>
    public static IDisposable[] IgnoreRequestsToEnd() =>
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true),
    ];

    /// <summary>Ends the group that a worker leads, what outlived the worker itself included.</summary>
    /// <param name="leader">The worker's process id.</param>
    public static void Kill(int leader)
    {
        if (!OperatingSystem.IsWindows() && leader > 1)
        {
            _ = SendSignal(-leader, SigKill);
        }
    }

    /// <summary>Ends what this process, a worker, has started and left, as it is about to exit: the host, which does so after it, may not live to. Linux only.</summary>
    public static void KillOthers()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // One that was just being started is seen in the next look.
        for (int look = 0; look < MostLooks && KillThoseThere(); look++)
        {
            Thread.Yield();
        }
    }

    private static bool KillThoseThere()
    {
        bool any = false;
        foreach (string path in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && process != Environment.ProcessId && Runs(process, Environment.ProcessId))
            {
                any = true;
                _ = SendSignal(process, SigKill);
            }
        }

        return any;
    }

    /// <summary>Whether a process is of a group, and has not ended.</summary>
    private static bool Runs(int process, int group)
    {
        try
        {
            // After the name, which may hold anything: state, parent, group.
            string stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 4) is [not ("Z" or "X"), _, var its, _]
                && its == group.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
