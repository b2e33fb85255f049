namespace Benchmarks.Contenders;

/// <summary>Something that is measured beside others: a column of the table.</summary>
/// <param name="Name">The head of the column.</param>
/// <param name="Measure">The command that writes figures.</param>
/// <param name="First">The command that writes one line as soon as it has a first result; null where that means nothing.</param>
/// <param name="Sizes">Figures that need no run.</param>
internal sealed record Contender(string Name, string[] Measure, string[]? First, Dictionary<string, double> Sizes)
{
    /// <summary>Whether the others are told as multiples of it.</summary>
    public bool IsFloor { get; init; }
}
