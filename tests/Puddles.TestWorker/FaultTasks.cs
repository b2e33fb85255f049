using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>What the fault tests ask of a worker beside dying.</summary>
public static class FaultTasks
{
    /// <summary>Writes to standard output and to standard error.</summary>
    [PuddleTask]
    public static void Say(string text)
    {
        Console.Out.WriteLine(text);
        Console.Error.WriteLine(text);
        Console.Out.Flush();
    }

    /// <summary>Says that it runs, and goes on for a while.</summary>
    [PuddleTask]
    public static void Nap(string startedPath, int milliseconds)
    {
        Files.Write(startedPath, "");
        Thread.Sleep(milliseconds);
    }
}
