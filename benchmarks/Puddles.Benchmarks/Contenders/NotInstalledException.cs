namespace Benchmarks.Contenders;

/// <summary>What a contender needs is not on this machine.</summary>
/// <param name="what">What is missing.</param>
internal sealed class NotInstalledException(string what) : Exception(what);
