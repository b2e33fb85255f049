using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Puddles.TestWorker;

/// <summary>Ways for a worker to end.</summary>
public static class DeathTasks
{
    [PuddleTask]
    public static void Exit(int code) => Environment.Exit(code);

    [PuddleTask]
    public static void FailFast(string message) => Environment.FailFast(message);

    /// <summary>Writes where nothing is mapped, through a way that no exception is made of.</summary>
    [PuddleTask]
    public static void Segfault() => memset(1, 0, 4096);

    [PuddleTask]
    public static int Overflow(int depth) => Overflow(depth + 1) + 1;

    [PuddleTask]
    public static void KillSelf() => Process.GetCurrentProcess().Kill();

    [PuddleTask]
    public static void ThrowOnAnotherThread(string message)
    {
        var thread = new Thread(() => throw new InvalidOperationException(message));
        thread.Start();
        Thread.Sleep(Timeout.Infinite);
    }

    /// <summary>Leaves a process that holds everything that this one had, its connection included.</summary>
    [PuddleTask]
    public static void ForkAndDie(string path)
    {
        _ = sleep(0);
        int child = fork();
        if (child == 0)
        {
            while (true)
            {
                _ = sleep(1000);
            }
        }

        File.WriteAllText(path, $"{child}");
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>Keeps all the memory that it can get.</summary>
    [PuddleTask]
    public static int Hoard()
    {
        var hoard = new List<byte[]>();
        while (true)
        {
            hoard.Add(new byte[100_000]);
        }
    }

    /// <summary>Dies the first time that it is called with a path, and works the second.</summary>
    [PuddleTask(Idempotent = true)]
    public static int DieOnce(string path, PuddleContext context)
    {
        if (!File.Exists(path))
        {
            File.WriteAllText(path, "died");
            Process.GetCurrentProcess().Kill();
        }

        return context.Attempt;
    }

    [PuddleTask(Idempotent = true, Retries = 0)]
    public static int DieOnceIfAsked(string path, PuddleContext context) => DieOnce(path, context);

    [PuddleTask(Idempotent = true, Retries = 2)]
    public static void DieAlways(string path)
    {
        File.AppendAllText(path, "died\n");
        Process.GetCurrentProcess().Kill();
    }

    [PuddleTask]
    public static void ComplainAndExit(string complaint, int code)
    {
        Console.Error.WriteLine(complaint);
        Environment.Exit(code);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fork();

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint sleep(uint seconds);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint memset(nint address, int value, nint count);
}
