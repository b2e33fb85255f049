using Puddles.Workers.Output;

namespace Puddles;

/// <summary>
/// What becomes of what the workers of a pool write to their standard output and error, line by line: a line is never
/// broken by another. Nothing that was asked for is lost: where lines are taken more slowly than they are written, the worker
/// waits. What a single call writes, <see cref="PuddleUnit.WithOutput"/> keeps. Immutable.
/// </summary>
/// <remarks>
/// Lines come soon after they were written, but may come after the call that wrote them has ended. All that workers wrote is
/// handed on before disposing their pool completes, unless it takes more than 5 seconds; and, where it is passed
/// through, before the program ends, if that returns from Main or calls Exit; on Windows only from a pool that is disposed.
/// </remarks>
public sealed class WorkerOutput
{
    private readonly Action<WorkerOutputLine>? _callback;
    private readonly bool _isPassedThrough;

    private WorkerOutput(bool isPassedThrough, Action<WorkerOutputLine>? callback)
    {
        _isPassedThrough = isPassedThrough;
        _callback = callback;
    }

    /// <summary>It goes to the standard output and error of this process; the default.</summary>
    public static WorkerOutput PassThrough { get; } = new(true, null);

    /// <summary>It goes nowhere. The last of standard error is still part of a <see cref="WorkerDiedException"/>.</summary>
    public static WorkerOutput Discard { get; } = new(false, null);

    /// <summary>Each line is handed to a callback.</summary>
    /// <param name="callback">
    /// Gets the lines of each worker one at a time, on a thread kept for that worker; those of different workers at the same
    /// time. While it does not return, its worker waits when it writes more; others do not. What it throws is dropped.
    /// </param>
    /// <returns>What to set as <see cref="ProcessPoolOptions.Output"/>.</returns>
    public static WorkerOutput ToCallback(Action<WorkerOutputLine> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new WorkerOutput(false, callback);
    }

    /// <summary>It is kept in memory: what all workers write, in the order in which it comes.</summary>
    /// <param name="output">Where it is kept.</param>
    /// <returns>What to set as <see cref="ProcessPoolOptions.Output"/>.</returns>
    public static WorkerOutput ToCapture(CapturedOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new WorkerOutput(false, line => output.Append(line.Text + "\n", line.IsError));
    }

    /// <summary>Makes what takes the lines of one worker.</summary>
    internal ILineSink SinkFor(int workerId, int processId) =>
        _isPassedThrough ? ConsoleSink.Instance
        : _callback is not null ? new CallbackSink(_callback, workerId, processId)
        : DiscardingSink.Instance;
}
