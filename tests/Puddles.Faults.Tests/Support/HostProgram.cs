using System.Diagnostics;
using Puddles.TestTasks;

namespace Puddles.Faults.Tests.Support;

/// <summary>A program with a pool, in surroundings that a test chooses: a mark in its environment finds it and all that comes of it, and its temporary folder is its own.</summary>
internal sealed class HostProgram : IDisposable
{
    private const string MarkName = "PUDDLES_TEST_MARK";

    private readonly string _mark = Guid.NewGuid().ToString("N");

    public HostProgram(IReadOnlyList<string> command, Action<ProcessStartInfo>? adjust = null)
    {
        TemporaryFolder = Scratch.File("tmp");
        Directory.CreateDirectory(TemporaryFolder);
        var info = new ProcessStartInfo(command[0], command.Skip(1).Select(word => word.Replace("FOLDER", Folder, StringComparison.Ordinal)))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [MarkName] = _mark, ["TMPDIR"] = TemporaryFolder },
        };
        adjust?.Invoke(info);
        Process = Process.Start(info)!;
    }

    public Process Process { get; }

    public ScratchFolder Scratch { get; } = new();

    public string Folder => Path.GetDirectoryName(Scratch.File("x"))!;

    public string TemporaryFolder { get; }

    /// <summary>The worker program as a host.</summary>
    public static HostProgram Start(params string[] arguments) => new([Programs.Worker, .. arguments]);

    /// <summary>The processes that it and its workers are, and those that these started.</summary>
    public IReadOnlyList<int> All() => Marked.Processes($"{MarkName}={_mark}");

    public Task SaidAsync(string file) => Files.WaitForAsync(Scratch.File(file)).OrHang();

    /// <summary>What it wrote down in the end.</summary>
    public async Task<string> ResultAsync()
    {
        await Process.WaitForExitAsync().OrHang();
        string path = Scratch.File("result");
        return File.Exists(path) ? await File.ReadAllTextAsync(path) : $"Exit code {Process.ExitCode}. {await Process.StandardError.ReadToEndAsync().OrHang()}";
    }

    /// <summary>Asks it to do something, by a line.</summary>
    public async Task<string> DoAsync(string command, TimeSpan limit)
    {
        await Process.StandardInput.WriteLineAsync(command);
        string? answer = await Process.StandardOutput.ReadLineAsync().WaitAsync(limit);
        return answer?[(answer.IndexOf(": ", StringComparison.Ordinal) + 2)..] ?? $"It ended. {await Process.StandardError.ReadToEndAsync().OrHang()}";
    }

    /// <summary>Waits until nothing of it runs any more.</summary>
    public async Task AllGoneAsync()
    {
        var watch = Stopwatch.StartNew();
        while (All() is { Count: > 0 } left)
        {
            if (watch.Elapsed > Limits.Hang)
            {
                Assert.Fail($"Still there:{Environment.NewLine}{string.Join(Environment.NewLine, left.Select(Marked.Describe))}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>What is left in its temporary folder, and what it put elsewhere.</summary>
    public string[] Litter() =>
    [
        .. Directory.GetFileSystemEntries(TemporaryFolder),
        .. new[] { "/tmp", "/dev/shm" }.SelectMany(place => Directory.GetFileSystemEntries(place, $"*puddles-{Process.Id}-*")),
    ];

    public void Dispose()
    {
        foreach (int process in All())
        {
            Signals.Send(Signals.Kill, process);
        }

        Process.Dispose();
        Scratch.Dispose();
    }
}
