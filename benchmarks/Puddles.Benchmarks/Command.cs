using System.Diagnostics;

namespace Benchmarks;

/// <summary>Starts another program.</summary>
internal static class Command
{
    /// <summary>Runs it to its end and returns what it wrote.</summary>
    public static async Task<string> RunAsync(string[] command)
    {
        using Process process = Start(command);
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}:\n{output}");
    }

    /// <summary>How long it takes from before the process is started until it has written a line.</summary>
    public static async Task<TimeSpan> TimeToFirstLineAsync(string[] command)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(command);
        string? line = await process.StandardOutput.ReadLineAsync();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        await process.WaitForExitAsync();
        return line is not null && process.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private static Process Start(string[] command) =>
        Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
}
