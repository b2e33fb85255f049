using Benchmarks.Results;

namespace Benchmarks.Reporting;

/// <summary>What Puddles sets out to reach.</summary>
/// <param name="Work">At what.</param>
/// <param name="Wanted">What is to be reached.</param>
/// <param name="Judge">Says what was; null where the figures for it are missing.</param>
internal sealed record Target(string Work, string Wanted, Func<RunResults, Verdict?> Judge);
