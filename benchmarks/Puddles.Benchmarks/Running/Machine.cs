using System.Runtime.InteropServices;

namespace Benchmarks.Running;

/// <summary>Where the figures come from.</summary>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">How many processors this program may use.</param>
/// <param name="PhysicalCores">The same, two threads of one core counted once, where that can be told.</param>
/// <param name="MemoryBytes">How much there is.</param>
/// <param name="System">The operating system.</param>
/// <param name="Framework">The .NET that runs this.</param>
internal sealed record Machine(string Processor, int Cores, int PhysicalCores, long MemoryBytes, string System, string Framework)
{
    private const string ProcessorInformation = "/proc/cpuinfo";

    public static Machine Here { get; } = new(
        FieldOf("model name").FirstOrDefault() ?? $"{RuntimeInformation.ProcessArchitecture}",
        Environment.ProcessorCount,
        CountPhysicalCores(),
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription);

    private static int CountPhysicalCores()
    {
        int told = FieldOf("physical id").Zip(FieldOf("core id")).Distinct().Count();
        return told == 0 ? Environment.ProcessorCount : Math.Min(told, Environment.ProcessorCount);
    }

    private static IEnumerable<string> FieldOf(string name) => !File.Exists(ProcessorInformation) ? [] : File
        .ReadLines(ProcessorInformation)
        .Select(line => line.Split(':', 2))
        .Where(parts => parts.Length == 2 && parts[0].Trim() == name)
        .Select(parts => parts[1].Trim());
}
