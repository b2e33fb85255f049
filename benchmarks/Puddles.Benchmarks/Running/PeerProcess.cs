using System.Diagnostics;

namespace Benchmarks.Running;

/// <summary>Starts other programs.</summary>
internal static class PeerProcess
{
    private const int NotHere = 3;

    /// <summary>Runs one to its end.</summary>
    /// <exception cref="PeerFailedException">It failed, or took longer than the limit and was killed.</exception>
    public static async Task<PeerAnswer> RunAsync(string[] command, TimeSpan limit)
    {
        using Process process = Start(command);
        process.StandardInput.Close();
        using var late = new CancellationTokenSource(limit);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(late.Token);
            string output = await process.StandardOutput.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return process.ExitCode is 0 or NotHere
                ? new PeerAnswer(output, process.ExitCode == NotHere)
                : throw new PeerFailedException($"exit code {process.ExitCode}: {LastLine(await errors) ?? LastLine(output)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new PeerFailedException($"took more than {limit.TotalSeconds:N0} s");
        }
    }

    /// <summary>How many milliseconds it takes from before a program is started until it has written a line; null where that means nothing for it.</summary>
    /// <exception cref="PeerFailedException">It failed.</exception>
    public static async Task<double?> TimeToFirstLineAsync(string[] command)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(command);
        string? line = await process.StandardOutput.ReadLineAsync();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        process.StandardInput.Close();
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, line) switch
        {
            (NotHere, _) => null,
            (0, not null) => time.TotalMilliseconds,
            _ => throw new PeerFailedException($"exit code {process.ExitCode}"),
        };
    }

    public static Process Start(string[] command) => Process.Start(new ProcessStartInfo(command[0], command[1..])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string? LastLine(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
}
