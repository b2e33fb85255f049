using System.Diagnostics;
using System.Globalization;
using Puddles.Hosting;
using Puddles.Processors;
using Puddles.Wire;
using Puddles.Workers.Output;

namespace Puddles.Workers;

/// <summary>Starts a worker's process and shakes hands with it.</summary>
internal sealed class WorkerLaunch : IDisposable
{
    private readonly WorkerSettings _settings;
    private readonly WorkerDoor _door;
    private bool _handedOver;

    private WorkerLaunch(WorkerSettings settings, int workerId)
    {
        _settings = settings;
        Process = Affinity.Start(StartInfo(), settings.Cores);
        Streams = new WorkerStreams(Process, settings.Output.SinkFor(workerId, Process.Id));
        try
        {
            // Only now: it takes no time of the worker's, and is nowhere if this process is killed before.
            _door = new WorkerDoor(settings.Transport);
        }
        catch
        {
            WorkerProcessHandle.Abandon(Process);
            throw;
        }
    }

    public Process Process { get; }

    public WorkerStreams Streams { get; }

    /// <summary>Starts a worker and waits until it is ready.</summary>
    /// <param name="settings">What the workers have in common.</param>
    /// <param name="workerId">Its number.</param>
    /// <param name="isUnwanted">Asked now and then; true gives up.</param>
    /// <exception cref="WorkerStartException">It did not become ready; its process is gone.</exception>
    public static WorkerProcessHandle Start(WorkerSettings settings, int workerId, Func<bool> isUnwanted)
    {
        using var launch = new WorkerLaunch(settings, workerId);
        return launch.ShakeHands(workerId, isUnwanted);
    }

    public void Dispose()
    {
        _door.Dispose();
        if (!_handedOver)
        {
            WorkerProcessHandle.Abandon(Process);
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var info = new ProcessStartInfo(_settings.Command[0], _settings.Command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = _settings.WorkingDirectory ?? "",
        };
        foreach ((string name, string? value) in _settings.Environment ?? new Dictionary<string, string?>())
        {
            info.Environment[name] = value;
        }

        if (_settings.MemoryLimitBytes is { } limit)
        {
            // The runtime takes it in hexadecimal, without a prefix.
            info.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        }

        info.Environment[WorkerProcess.Marker] = "1";
        return info;
    }

    private WorkerProcessHandle ShakeHands(int workerId, Func<bool> isUnwanted)
    {
        var time = new AwakeTime();
        bool IsLate() => time.Look() > _settings.StartTimeout;

        Stream control = Process.StandardInput.BaseStream;
        var hello = new Hello(_door.SocketPath, _door.MemoryAddress, _door.WorkerSecret, _door.HostSecret, workerId, Environment.ProcessId, _settings.MaxPayloadBytes, _settings.Head, _settings.TasksPerWorker, WorkerProcess.Depth + 1);
        try
        {
            control.Write(hello.Encode().Span);
            control.Flush();
        }
        catch (IOException)
        {
            // It has closed its standard input: the wait below finds out whether it still comes.
        }

        Transport? transport = _door.Accept(() => Process.HasExited || IsLate() || isUnwanted());
        if (transport is not null)
        {
            _handedOver = true;
            return new WorkerProcessHandle(Process, Streams, control, transport);
        }

        throw isUnwanted() ? new WorkerStartException("The pool was closed while a worker was starting.") : Failed();
    }

    private WorkerStartException Failed()
    {
        if (!Process.HasExited)
        {
            return WorkerExit.From(Process.Id, code: null, Streams.ErrorTail, breach: null)
                .ToSilentException(_settings.CommandLine, _settings.StartTimeout);
        }

        return WorkerProcessHandle.Exit(Process, Streams, breach: null)
            .ToStartException(_settings.CommandLine, "Its Main must call Puddle.Init() first.");
    }
}
