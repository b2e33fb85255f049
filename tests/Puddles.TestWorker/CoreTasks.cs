using System.Diagnostics;

namespace Puddles.TestWorker;

/// <summary>What a task can see of the cores that it runs on.</summary>
public static class CoreTasks
{
    [PuddleTask]
    public static int[] Cores() => Cpu.GetCores();

    [PuddleTask]
    public static int ProcessorCount() => Environment.ProcessorCount;

    /// <summary>The different sets of cores that the threads of this process have, each as Linux writes it.</summary>
    [PuddleTask]
    public static string[] OfAllThreads() =>
        [.. Directory.GetDirectories("/proc/self/task").Select(OfThread).OfType<string>().Distinct()];

    /// <summary>The same after work on other threads.</summary>
    [PuddleTask]
    public static async Task<string[]> OfAllThreadsLater()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => Thread.Sleep(1), TaskCreationOptions.LongRunning)));
        return OfAllThreads();
    }

    /// <summary>What a process has that this one starts.</summary>
    [PuddleTask]
    public static string OfChild()
    {
        using Process child = Process.Start(new ProcessStartInfo("cat", "/proc/self/status") { RedirectStandardOutput = true })!;
        return Allowed(child.StandardOutput.ReadToEnd().Split('\n'));
    }

    [PuddleTask]
    public static void Throw() => throw new InvalidOperationException(string.Join(',', Cpu.GetCores()));

    /// <summary>Moves the whole worker.</summary>
    [PuddleTask]
    public static void MoveTo(int[] cores) => Cpu.SetCores(cores);

    private static string? OfThread(string folder)
    {
        try
        {
            return Allowed(File.ReadLines(Path.Combine(folder, "status")));
        }
        catch (IOException)
        {
            // The thread has ended since it was listed.
            return null;
        }
    }

    private static string Allowed(IEnumerable<string> status) =>
        status.First(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split(':')[1].Trim();
}
