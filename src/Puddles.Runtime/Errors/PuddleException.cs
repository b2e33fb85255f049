namespace Puddles;

/// <summary>The base of the failures that are the library's own.</summary>
public class PuddleException : Exception
{
    /// <inheritdoc cref="Exception()"/>
    public PuddleException()
    {
    }

    /// <inheritdoc cref="Exception(string)"/>
    public PuddleException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)"/>
    public PuddleException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
