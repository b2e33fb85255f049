namespace Puddles;

/// <summary>An argument or a result could not be written or read. It fails that one call; worker and connection stay in use.</summary>
public class PuddleSerializationException : PuddleException
{
    /// <inheritdoc cref="Exception()"/>
    public PuddleSerializationException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public PuddleSerializationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public PuddleSerializationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
