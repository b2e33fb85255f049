namespace Puddles;

/// <summary>The encoded arguments or result of a call are over <see cref="ProcessPoolOptions.MaxPayloadBytes"/>. It fails that one call.</summary>
public sealed class PayloadTooLargeException : PuddleSerializationException
{
    /// <inheritdoc cref="Exception()"/>
    public PayloadTooLargeException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public PayloadTooLargeException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public PayloadTooLargeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static PayloadTooLargeException For(string what, string task, long limit) =>
        new($"The {what} of task '{task}' takes more than the {limit:N0} bytes that MaxPayloadBytes allows. Pass less, pass a path to a file, or raise MaxPayloadBytes.");
}
