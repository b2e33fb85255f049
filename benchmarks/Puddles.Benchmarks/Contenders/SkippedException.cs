namespace Benchmarks.Contenders;

/// <summary>A contender cannot take part here.</summary>
/// <param name="what">Which, and why.</param>
internal sealed class SkippedException(string what) : Exception(what);
