namespace Benchmarks.Reporting;

/// <summary>How a target was met.</summary>
/// <param name="Measured">In words and figures.</param>
/// <param name="Met">Whether it was.</param>
internal sealed record Verdict(string Measured, bool Met);
