namespace Puddles.Wire;

/// <summary>The peer broke the protocol, so that nothing more of it can be believed.</summary>
internal sealed class WireException(string message) : Exception(message);
