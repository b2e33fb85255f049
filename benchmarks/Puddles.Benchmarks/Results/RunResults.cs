using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarks.Contenders;
using Benchmarks.Running;

namespace Benchmarks.Results;

/// <summary>All that one run measured: the JSON that everything else is made from.</summary>
internal sealed record RunResults(
    string Date,
    Machine Machine,
    int Passes,
    bool Quick,
    IReadOnlyList<Measured> Contenders,
    IReadOnlyList<Omission> Skipped,
    IReadOnlyList<Omission> Failures)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [JsonIgnore]
    public bool PuddlesFailed => Failures.Any(failure => Contenders.Any(contender =>
        contender.Kind == ContenderKind.Puddles && failure.What.StartsWith(contender.Name, StringComparison.Ordinal)));

    public static RunResults Parse(string text) => JsonSerializer.Deserialize<RunResults>(text, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json).ReplaceLineEndings("\n") + "\n";

    public double? Median(string contender, string figure) =>
        Contenders.FirstOrDefault(candidate => candidate.Id == contender)?.Median(figure);

    /// <summary>The best of some kinds; null where none of them has the figure.</summary>
    public (Measured Contender, double Value)? Best(string figure, bool higherIsBetter, params ContenderKind[] kinds)
    {
        IEnumerable<(Measured, double Value)> all = Contenders
            .Where(contender => kinds.Contains(contender.Kind) && contender.Median(figure) is not null)
            .Select(contender => (contender, contender.Median(figure)!.Value))
            .OrderBy(candidate => higherIsBetter ? -candidate.Value : candidate.Value);
        return all.Select(candidate => ((Measured, double)?)candidate).FirstOrDefault();
    }
}
