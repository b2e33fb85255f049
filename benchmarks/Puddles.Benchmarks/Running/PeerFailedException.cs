namespace Benchmarks.Running;

/// <summary>A program ended with a failure, or not in time.</summary>
/// <param name="what">How.</param>
internal sealed class PeerFailedException(string what) : Exception(what);
