using System.Diagnostics;

namespace Puddles.Workers.Output;

/// <summary>What a worker's process writes, to both of its streams.</summary>
internal sealed class WorkerStreams
{
    private readonly Tail _tail = new();
    private readonly OutputPump _output;
    private readonly OutputPump _error;

    public WorkerStreams(Process process, WorkerOutput output, int workerId)
    {
        ILineSink sink = output.SinkFor(workerId, process.Id);
        _output = new OutputPump(process.StandardOutput.BaseStream, isError: false, sink, tail: null);
        _error = new OutputPump(process.StandardError.BaseStream, isError: true, sink, _tail);
        // On Windows a read of a pipe cannot be called off.
        if (sink is ConsoleSink && !OperatingSystem.IsWindows())
        {
            LastLines.SeeTo(_output);
            LastLines.SeeTo(_error);
        }
    }

    /// <summary>The last of its standard error, or null where there was nothing.</summary>
    public string? ErrorTail => _tail.Text;

    /// <summary>Completes when all that was read until now is handed on.</summary>
    public Task HandedOn => Task.WhenAll(_output.HandedOn, _error.HandedOn);

    /// <summary>Waits for what a process that has died left in its pipes; longer than that takes only where another process holds them.</summary>
    public void ReadLastWords(TimeSpan patience)
    {
        _output.Hurry();
        _error.Hurry();
        Task.WaitAll([_output.Ended, _error.Ended], patience);
    }
}
