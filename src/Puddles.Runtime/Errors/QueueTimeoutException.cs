namespace Puddles;

/// <summary>A call had not begun when its time to wait was over. Nothing of it has run. How long it may run is another matter: see <see cref="TaskTimeoutException"/>.</summary>
public sealed class QueueTimeoutException : TimeoutException
{
    /// <inheritdoc cref="Exception()"/>
    public QueueTimeoutException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public QueueTimeoutException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public QueueTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The name of the task on the wire.</summary>
    public string TaskName { get; init; } = "";

    /// <summary>How long the call was allowed to wait.</summary>
    public TimeSpan Timeout { get; init; }

    internal static QueueTimeoutException For(string task, TimeSpan timeout) =>
        new($"Task '{task}' had not begun after the {timeout.TotalSeconds:0.###} s that it may wait (QueueTimeout), and was taken out of the queue. Give it more time, or the pool more workers.")
        {
            TaskName = task,
            Timeout = timeout,
        };
}
