using System.Diagnostics;

namespace Puddles.Workers.Output;

/// <summary>What a worker's process writes, to both of its streams.</summary>
internal sealed class WorkerStreams
{
    private readonly Tail _tail = new();
    private readonly OutputPump _output;
    private readonly OutputPump _error;

    public WorkerStreams(Process process, ILineSink sink)
    {
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

    /// <summary>Waits for what a process that has died left in its pipes.</summary>
    /// <param name="patience">How long to wait for the end of pipes that are empty, where another process holds them.</param>
    /// <param name="limit">How long to wait for its reader, where they are not empty.</param>
    public void ReadLastWords(TimeSpan patience, TimeSpan limit)
    {
        _output.Hurry();
        _error.Hurry();
        Task ended = Task.WhenAll(_output.Ended, _error.Ended);
        var time = new AwakeTime();
        bool isBehind;
        do
        {
            // Its reader comes late on a busy machine, and what it takes last it may still hold when the pipe is seen empty.
            isBehind = _output.IsBehind || _error.IsBehind;
        }
        while (!ended.Wait(patience) && isBehind && time.Look() < limit);
    }
}
