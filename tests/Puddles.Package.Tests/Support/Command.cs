using System.Diagnostics;
using System.Text;
using Xunit.Sdk;

namespace Puddles.Package.Tests.Support;

/// <summary>Runs a program to its end, and fails the test with all that it wrote where that does not go well.</summary>
internal static class Command
{
    /// <summary>Generous: the machine may be small, slow and busy. What runs over it hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait for the rest of the output: what a program left running may hold its pipes open.</summary>
    private static readonly TimeSpan OutputLimit = TimeSpan.FromSeconds(5);

    public static Task<string> DotnetAsync(string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments) =>
        RunAsync("dotnet", folder, environment, arguments);

    public static async Task<string> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = new Process { StartInfo = Start(program, folder, environment, arguments), EnableRaisingEvents = true };
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => exited.TrySetResult();
        var output = new StringBuilder();
        process.Start();
        process.StandardInput.Close();
        Task read = Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, output));
        try
        {
            await exited.Task.WaitAsync(Limit);
            await Task.WhenAny(read, Task.Delay(OutputLimit));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw Failure($"did not end within {Limit}");
        }

        return process.ExitCode == 0 ? Text() : throw Failure($"ended with {process.ExitCode}");

        string Text()
        {
            lock (output)
            {
                return output.ToString();
            }
        }

        XunitException Failure(string what) =>
            new($"{program} {string.Join(' ', arguments)} in {folder} {what}:{Environment.NewLine}{Text()}");
    }

    private static ProcessStartInfo Start(
        string program, string folder, IReadOnlyDictionary<string, string>? environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the build that runs these tests set for itself is not for the builds that they start.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static async Task CopyAsync(StreamReader from, StringBuilder to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (to)
            {
                to.AppendLine(line);
            }
        }
    }
}
