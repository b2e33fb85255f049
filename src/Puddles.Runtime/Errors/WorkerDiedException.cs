namespace Puddles;

/// <summary>The worker process of a call ended while the call was with it.</summary>
public class WorkerDiedException : PuddleException
{
    /// <inheritdoc cref="Exception()"/>
    public WorkerDiedException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public WorkerDiedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public WorkerDiedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The process that died.</summary>
    public int ProcessId { get; init; }

    /// <summary>What it exited with; null where a signal ended it, or where it could not be learned.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The number of the signal that ended it, as in <c>kill -l</c>; null where none did.</summary>
    public int? Signal { get; init; }

    /// <summary>The last that it wrote to its standard error, 4,096 characters at most; null where it wrote nothing.</summary>
    public string? StandardErrorTail { get; init; }

    /// <summary>Whether the call had begun.</summary>
    public TaskStart Started { get; init; }
}
