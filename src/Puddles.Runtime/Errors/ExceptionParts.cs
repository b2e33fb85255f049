namespace Puddles;

/// <summary>What an exception is put together from.</summary>
/// <param name="Message">Without what its type adds to it by itself, such as the name of a parameter.</param>
/// <param name="Details">What else it carries.</param>
/// <param name="Cause">Its inner exception.</param>
/// <param name="Inners">All its inner exceptions, of those types that have several.</param>
internal readonly record struct ExceptionParts(string Message, ExceptionDetails Details, Exception? Cause, IReadOnlyList<Exception> Inners);
