namespace Benchmarks.Running;

/// <summary>What a program said.</summary>
/// <param name="Output">Its standard output.</param>
/// <param name="MeansNothing">Whether the work means nothing for it.</param>
internal readonly record struct PeerAnswer(string Output, bool MeansNothing);
