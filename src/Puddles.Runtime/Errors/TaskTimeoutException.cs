namespace Puddles;

/// <summary>A call ran past its time, counted from when it began to run. A worker process that ran it is killed and replaced.</summary>
public sealed class TaskTimeoutException : TimeoutException
{
    private const string KilledWorker = "Its worker was killed; give the call more time, or pass a token and cancel it.";

    /// <inheritdoc cref="Exception()"/>
    public TaskTimeoutException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public TaskTimeoutException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public TaskTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The name of the task on the wire.</summary>
    public string TaskName { get; init; } = "";

    /// <summary>How long the call was allowed to run.</summary>
    public TimeSpan Timeout { get; init; }

    internal static TaskTimeoutException For(string task, TimeSpan timeout, string consequence = KilledWorker) =>
        new($"Task '{task}' ran for more than the {timeout.TotalSeconds:0.###} s that it may take. {consequence}")
        {
            TaskName = task,
            Timeout = timeout,
        };
}
