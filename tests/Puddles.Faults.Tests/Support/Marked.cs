using System.Globalization;

namespace Puddles.Faults.Tests.Support;

/// <summary>Finds processes by what stands in their environment, whoever their parents are by now.</summary>
internal static class Marked
{
    /// <summary>Those that still run; what has ended and is not reaped yet does not count.</summary>
    public static IReadOnlyList<int> Processes(string variable) =>
        [.. Directory.GetDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0)
            .Where(id => id > 0 && Has(id, variable) && Runtime.Tests.Support.Processes.IsRunning(id))];

    /// <summary>What a process is, where it came from and what it waits for, for a message.</summary>
    public static string Describe(int process)
    {
        string folder = $"/proc/{process}";
        return $"{Read(folder, "stat")}: {Read(folder, "cmdline").Replace('\0', ' ')}: in {Read(folder, "wchan")}";
    }

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file)).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "?";
        }
    }

    private static bool Has(int process, string variable)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/environ").Contains(variable, StringComparison.Ordinal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
