namespace Benchmarks.Results;

/// <summary>One figure of one contender over all passes.</summary>
/// <param name="Median">Of an even number, the lower of the two in the middle.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
/// <param name="Values">In the order in which they were measured.</param>
internal sealed record Series(double Median, double Least, double Most, IReadOnlyList<double> Values)
{
    public static Series Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Series(sorted[(sorted.Length - 1) / 2], sorted[0], sorted[^1], values);
    }

    /// <summary>Half of the distance between least and most, as a share of the median.</summary>
    public double Spread() => Median == 0 ? 0 : (Most - Least) / 2 / Median;
}
