namespace Benchmarks.Results;

/// <summary>Something that is missing from the figures.</summary>
/// <param name="What">What.</param>
/// <param name="Why">And why.</param>
internal sealed record Omission(string What, string Why);
