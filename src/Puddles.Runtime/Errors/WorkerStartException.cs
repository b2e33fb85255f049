namespace Puddles;

/// <summary>A worker process could not be started, or did not become ready. The message says why and what to do.</summary>
public sealed class WorkerStartException : PuddleException
{
    /// <inheritdoc cref="Exception()"/>
    public WorkerStartException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public WorkerStartException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public WorkerStartException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The process that did not become ready; null where none was started.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Whether another try would only take as long to fail in the same way, so that waiting calls are told at once.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>What it exited with; null where it was ended by a signal or by the pool.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The number of the signal that ended it; null where none did.</summary>
    public int? Signal { get; init; }

    /// <summary>The last that it wrote to its standard error, 4,096 characters at most; null where it wrote nothing.</summary>
    public string? StandardErrorTail { get; init; }
}
