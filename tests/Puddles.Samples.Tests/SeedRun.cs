using System.Diagnostics;

namespace Puddles.Samples.Tests;

/// <summary>One run of the Seed sample, and what each of its rows gave.</summary>
public sealed class SeedRun : IAsyncLifetime
{
    // Far longer than it takes: only a hang reaches it.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, string> _results = [];

    /// <summary>The result of a row, as the sample prints it, by its Python.</summary>
    public string this[string python] => _results[python];

    public IEnumerable<string> Rows => _results.Keys;

    public async Task InitializeAsync()
    {
        string program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Seed.exe" : "Seed");
        using Process seed = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = seed.StandardError.ReadToEndAsync();
        Task<string> output = seed.StandardOutput.ReadToEndAsync();
        try
        {
            await Task.WhenAll(output, error, seed.WaitForExitAsync()).WaitAsync(Hang);
        }
        finally
        {
            seed.Kill(entireProcessTree: true);
        }

        Assert.True(seed.ExitCode == 0, $"Seed exited with {seed.ExitCode}: {await output}{await error}");
        foreach (string row in (await output).Split("Python  ")[1..])
        {
            string[] lines = row.Split("\n\n")[0].Split('\n');
            _results.Add(lines[0], lines[^1].Trim());
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
