using System.Globalization;

namespace Puddles.Faults.Tests.Support;

/// <summary>What a process holds, as the operating system sees it.</summary>
internal sealed record Footprint(int Descriptors, int Threads, int Children, long ResidentBytes)
{
    public static Footprint Of(int process) => new(
        Directory.GetFileSystemEntries($"/proc/{process}/fd").Length,
        Directory.GetDirectories($"/proc/{process}/task").Length,
        CountChildren(process),
        long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize);

    private static int CountChildren(int process) =>
        Directory.GetDirectories($"/proc/{process}/task").Sum(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
}
