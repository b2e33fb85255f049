using System.Globalization;

namespace Benchmarks.Running;

/// <summary>A process and all that it started, as Linux tells it.</summary>
internal sealed class ProcessTree
{
    private readonly int[] _processes;
    private readonly Dictionary<string, double> _nanoseconds;

    private ProcessTree(int[] processes)
    {
        _processes = processes;
        _nanoseconds = ThreadNanoseconds();
    }

    public static bool IsKnown => OperatingSystem.IsLinux();

    /// <summary>How many there are beside the first.</summary>
    public int Descendants => _processes.Length - 1;

    /// <summary>The resident memory of the largest of them, in bytes, the first not counted.</summary>
    public double LargestBytes => _processes.Skip(1).Select(ResidentBytes).DefaultIfEmpty(0).Max();

    /// <summary>The processor time that all their threads have taken since, in milliseconds; a thread that has ended meanwhile is left out.</summary>
    public double ProcessorMillisecondsSince(ProcessTree before) =>
        _nanoseconds.Sum(thread => thread.Value - before._nanoseconds.GetValueOrDefault(thread.Key)) / 1e6;

    public static ProcessTree Of(int root)
    {
        ILookup<int, int> children = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .ToLookup(Parent);
        var found = new List<int> { root };
        for (int i = 0; i < found.Count; i++)
        {
            found.AddRange(children[found[i]]);
        }

        return new ProcessTree([.. found]);
    }

    private static int Parent(int process) =>
        Read($"/proc/{process}/stat") is { } text ? int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture) : 0;

    private static double ResidentBytes(int process) => Read($"/proc/{process}/statm") is { } text
        ? long.Parse(text.Split(' ')[1], CultureInfo.InvariantCulture) * (double)Environment.SystemPageSize
        : 0;

    private Dictionary<string, double> ThreadNanoseconds() => _processes
        .Where(process => Directory.Exists($"/proc/{process}/task"))
        .SelectMany(process => Directory.EnumerateDirectories($"/proc/{process}/task"))
        .Select(thread => (Thread: thread, Text: Read($"{thread}/schedstat")))
        .Where(read => read.Text is not null)
        .ToDictionary(read => read.Thread, read => double.Parse(read.Text!.Split(' ')[0], CultureInfo.InvariantCulture));

    /// <returns>Null where the process is gone.</returns>
    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
