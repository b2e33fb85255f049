using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>Short tasks for long lists: each run is counted in a file, a byte for each position, and a deed makes one of them go another way.</summary>
public static class ListTasks
{
    public const string Counts = "counts";

    private static readonly ConcurrentDictionary<string, MemoryMappedViewAccessor> Counters = new();

    [PuddleTask]
    public static int Step(string folder, int x, string deed) => Do(folder, x, deed, CancellationToken.None);

    [PuddleTask(Idempotent = true)]
    public static int StepAgain(string folder, int x, string deed) => Do(folder, x, deed, CancellationToken.None);

    [PuddleTask]
    public static int StepHeeding(string folder, int x, string deed, CancellationToken cancellationToken) => Do(folder, x, deed, cancellationToken);

    /// <summary>The position that the context says, where it says as well that nobody has cancelled.</summary>
    [PuddleTask]
    public static int Place(PuddleContext context, CancellationToken cancellationToken) =>
        context.CancellationToken == cancellationToken && !cancellationToken.IsCancellationRequested && context.Attempt == 1 ? context.Index : -1;

    private static int Do(string folder, int x, string deed, CancellationToken cancellationToken)
    {
        MemoryMappedViewAccessor counter = Counters.GetOrAdd(folder, static folder => MemoryMappedFile.CreateFromFile(Path.Combine(folder, Counts)).CreateViewAccessor());
        byte runs = (byte)(counter.ReadByte(x) + 1);
        counter.Write(x, runs);
        switch (deed)
        {
            case "throw":
                throw new FormatException($"{x}");
            case "die":
            case "die once" when runs == 1:
                Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
                break;
            case "hold":
                Files.Write(Path.Combine(folder, $"held-{x}"), $"{Environment.ProcessId}");
                while (!File.Exists(Path.Combine(folder, "release")))
                {
                    Thread.Sleep(5);
                }

                break;
            case "heed":
                Files.Write(Path.Combine(folder, $"held-{x}"), $"{Environment.ProcessId}");
                cancellationToken.WaitHandle.WaitOne();
                Files.Write(Path.Combine(folder, $"heeded-{x}"), "");
                cancellationToken.ThrowIfCancellationRequested();
                break;
        }

        return x;
    }
}
