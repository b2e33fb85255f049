using System.Diagnostics;
using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>What a task can see of its process, and do to it short of ending it.</summary>
public static class ProcessTasks
{
    private static int _calls;

    [PuddleTask]
    public static int Inc(int x) => x + 1;

    /// <summary>The tests have a task of this name that takes a string second.</summary>
    [PuddleTask(Name = "test.changed")]
    public static int Changed(int first, long second) => first + (int)second;

    [PuddleTask]
    public static int ProcessId() => Environment.ProcessId;

    /// <summary>The worker's own number, process and host, and which of its calls this is.</summary>
    [PuddleTask]
    public static int[] Describe(PuddleContext context) =>
        [context.WorkerId, context.ProcessId, context.ParentProcessId, context.Attempt, ++_calls];

    [PuddleTask]
    public static string ReadStandardInput() => Console.In.ReadToEnd();

    [PuddleTask]
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name);

    [PuddleTask]
    public static string[] VariablesAndArguments() =>
    [
        .. Environment.GetCommandLineArgs(),
        .. Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(item => $"{item.Key}={item.Value}"),
    ];

    [PuddleTask]
    public static string Folder() => Environment.CurrentDirectory;

    [PuddleTask]
    public static byte[] Bytes(int count) => new byte[count];

    [PuddleTask]
    public static int Allocate(int count) => new byte[count].Length;

    [PuddleTask]
    public static int LengthOf(byte[] bytes) => bytes.Length;

    /// <summary>Says in which process it runs by making one file, and ends when another is there.</summary>
    [PuddleTask]
    public static void Hold(string startedPath, string releasePath)
    {
        Files.Write(startedPath, $"{Environment.ProcessId}");
        while (!File.Exists(releasePath))
        {
            Thread.Sleep(5);
        }
    }

    /// <summary>Says in which process it runs, and then computes for ever, deaf to everything.</summary>
    [PuddleTask]
    public static void Spin(string startedPath)
    {
        Files.Write(startedPath, $"{Environment.ProcessId}");
        while (true)
        {
            Thread.SpinWait(1000);
        }
    }

    [PuddleTask(TimeoutMilliseconds = 300)]
    public static void SpinWithTimeout(string startedPath) => Spin(startedPath);

    /// <summary>Quick, unless a file by the name of its argument is there: then it says so and waits until that is gone.</summary>
    [PuddleTask]
    public static int QuickUnless(string folder, int x)
    {
        string block = Path.Combine(folder, $"block-{x}");
        if (File.Exists(block))
        {
            File.WriteAllText(Path.Combine(folder, $"blocked-{x}"), "");
            while (File.Exists(block))
            {
                Thread.Sleep(5);
            }
        }

        return x;
    }

    /// <summary>Adds a line to a file.</summary>
    [PuddleTask]
    public static void Note(string path, string line) => File.AppendAllText(path, line + "\n");

    /// <summary>Starts a process that outlives the call.</summary>
    [PuddleTask]
    public static int StartSleeper()
    {
        using Process sleeper = Process.Start("sleep", ["1000"]);
        return sleeper.Id;
    }

    /// <summary>Starts this program once more, as itself, and gives what it exits with.</summary>
    [PuddleTask]
    public static int RunProgramItself()
    {
        using Process program = Process.Start(new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true })!;
        program.WaitForExit();
        return program.ExitCode;
    }

    /// <summary>Goes so many pools deeper, and tells which process that is.</summary>
    [PuddleTask]
    public static async Task<int> Descend(int levels)
    {
        if (levels == 0)
        {
            return Environment.ProcessId;
        }

        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 1 });
        return await ProcessTasks.RunDescend(levels - 1, pool);
    }

    /// <summary>As <see cref="Hold"/>, in a worker of this worker.</summary>
    [PuddleTask]
    public static async Task HoldBelow(string startedPath, string releasePath)
    {
        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 1 });
        await ProcessTasks.RunHold(startedPath, releasePath, pool);
    }

    [PuddleTask]
    public static async Task<int> SquareInNestedPool(int x)
    {
        await using var pool = new ProcessPool(new ProcessPoolOptions { Workers = 1 });
        return await ContractTasks.RunSquare(x, pool);
    }
}
