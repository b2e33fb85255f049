namespace Puddles.Runtime.Tests.Errors;

/// <summary>An exception type that only the program knows, derived from a known one.</summary>
internal sealed class OwnFailure(string? message, Exception? inner = null) : InvalidOperationException(message, inner);
