using Benchmarks.Contenders;

namespace Benchmarks.Results;

/// <summary>All figures of one contender.</summary>
internal sealed record Measured(string Id, string Name, ContenderKind Kind, string Version, SortedDictionary<string, Series> Figures)
{
    /// <returns>The median; null where there is none.</returns>
    public double? Median(string figure) => Figures.GetValueOrDefault(figure)?.Median;
}
