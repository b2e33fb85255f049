using Benchmarks.Contenders;
using Benchmarks.Results;

namespace Benchmarks.Running;

/// <summary>Figures as they come in, and works that failed.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<(Entrant Entrant, string Figure), List<double>> _values = [];

    public List<Omission> Failures { get; } = [];

    public void Add(Entrant entrant, string figure, double value)
    {
        if (!_values.TryGetValue((entrant, figure), out List<double>? values))
        {
            _values[(entrant, figure)] = values = [];
        }

        values.Add(value);
    }

    public SortedDictionary<string, Series> Of(Entrant entrant) => new(
        _values.Where(entry => entry.Key.Entrant == entrant).ToDictionary(entry => entry.Key.Figure, entry => Series.Of(entry.Value)),
        StringComparer.Ordinal);
}
