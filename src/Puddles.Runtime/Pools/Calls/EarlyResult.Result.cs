namespace Puddles;

/// <inheritdoc/>
/// <param name="bytes">How many bytes of it came in beside what is handed on as its payload.</param>
/// <param name="value">The result.</param>
/// <param name="error">Why it could not be read, if it could not.</param>
internal sealed class EarlyResult<T>(int bytes, T value, PuddleSerializationException? error) : EarlyResult(bytes)
{
    /// <exception cref="PuddleSerializationException">It could not be read.</exception>
    public T Value => error is null ? value : throw error;
}
