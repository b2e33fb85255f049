namespace Puddles;

/// <summary>A pool whose queue is full refused a call at once, as <see cref="QueueFullMode.Refuse"/> tells it to. Nothing of the call has run.</summary>
public sealed class QueueFullException : PuddleException
{
    /// <inheritdoc cref="Exception()"/>
    public QueueFullException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public QueueFullException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public QueueFullException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How many calls may wait.</summary>
    public int QueueLimit { get; init; }

    internal static QueueFullException For(string task, int limit) =>
        new($"Task '{task}' was refused, because {limit} calls wait already (QueueLimit). Call again later, or let calls wait for room with QueueFullMode.Wait.")
        {
            QueueLimit = limit,
        };
}
