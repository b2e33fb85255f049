using System.Diagnostics;
using System.Globalization;
using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>Tasks that write to standard output and error.</summary>
public static class OutputTasks
{
    [PuddleTask]
    public static void Print(string text, string? error = null)
    {
        Console.Write(text);
        Console.Error.Write(error);
    }

    [PuddleTask]
    public static void PrintBytes(byte[] bytes)
    {
        using Stream output = Console.OpenStandardOutput();
        output.Write(bytes);
    }

    /// <summary>Writes numbered lines, each in three parts.</summary>
    [PuddleTask]
    public static void PrintLines(string name, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Console.Write(name);
            Console.Write(':');
            Console.Write(i.ToString(CultureInfo.InvariantCulture) + "\n");
        }
    }

    [PuddleTask]
    public static void PrintAndDie(string text, string error)
    {
        Print(text, error);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>Writes from the call's own thread, from others that it waits for, and after awaiting.</summary>
    [PuddleTask]
    public static async Task PrintFromThreads(string name)
    {
        Console.WriteLine($"{name} first");
        await Task.Run(() => Console.WriteLine($"{name} pool"));
        var thread = new Thread(() => Console.WriteLine($"{name} thread"));
        thread.Start();
        thread.Join();
        await Task.Yield();
        Console.Error.WriteLine($"{name} last");
    }

    [PuddleTask]
    public static void PrintAndThrow(string text)
    {
        Console.WriteLine(text);
        throw new InvalidOperationException("printed");
    }

    /// <summary>Leaves a thread that writes a line when a file is there.</summary>
    [PuddleTask]
    public static void PrintLater(string path, string text)
    {
        Console.WriteLine("now");
        new Thread(() =>
        {
            Files.WaitForAsync(path).GetAwaiter().GetResult();
            Console.WriteLine(text);
        }) { IsBackground = true }.Start();
    }

    /// <summary>Says something, starts a process in a session of its own that keeps the worker's pipes, and dies.</summary>
    [PuddleTask]
    public static void LeavePipesToAnother(string text, string path)
    {
        Console.Write(text);
        using Process other = Process.Start("setsid", ["sh", "-c", "echo $$ > \"$0.part\"; mv \"$0.part\" \"$0\"; exec sleep 1000", path]);
        Files.WaitForAsync(path).GetAwaiter().GetResult();
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>What a process that this one starts has open, each as "number -> what", the folder that it looks at included.</summary>
    [PuddleTask]
    public static string DescriptorsOfChild()
    {
        using Process child = Process.Start(new ProcessStartInfo("find", ["/proc/self/fd", "-type", "l", "-printf", "%f -> %l\\n"]) { RedirectStandardOutput = true })!;
        return child.StandardOutput.ReadToEnd();
    }
}
