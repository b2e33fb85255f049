using System.Runtime.ExceptionServices;

namespace Puddles;

/// <summary>
/// A task threw an exception of a type that is not one of the framework's own. It is also the cause of an exception
/// that came back as the framework type that it was: then it tells where in the worker that one was thrown.
/// </summary>
public sealed class RemoteTaskException : PuddleException
{
    /// <inheritdoc cref="Exception()"/>
    public RemoteTaskException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public RemoteTaskException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public RemoteTaskException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The full name of the type that the task threw.</summary>
    public string RemoteType { get; init; } = "";

    /// <summary>Where the task threw it; null where it does not say. <see cref="Exception.ToString"/> shows it too.</summary>
    /// <exception cref="InvalidOperationException">It is set on an exception that was thrown already.</exception>
    public string? RemoteStackTrace
    {
        get;
        init
        {
            field = value;
            if (value is not null)
            {
                ExceptionDispatchInfo.SetRemoteStackTrace(this, value);
            }
        }
    }
}
