using System.Diagnostics;

namespace Peers;

/// <summary>This program once more, serving at a Unix socket until its standard input ends.</summary>
internal sealed class WorkerProcess : IDisposable
{
    public const string ServeArgument = "--serve";

    private readonly Process _process;
    private readonly string _folder;

    private WorkerProcess(Process process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    public string SocketPath => PathIn(_folder);

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<WorkerProcess> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("peer-").FullName;
        var start = new ProcessStartInfo(Environment.ProcessPath!, [ServeArgument, PathIn(folder)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var worker = new WorkerProcess(Process.Start(start)!, folder);
        await worker._process.StandardOutput.ReadLineAsync();
        return worker;
    }

    /// <summary>What the worker calls when it listens. Returns when its host is gone.</summary>
    public static async Task ServeUntilHostEndsAsync()
    {
        Console.WriteLine("listening");
        await Task.Run(Console.In.ReadToEnd);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string PathIn(string folder) => Path.Combine(folder, "s");
}
