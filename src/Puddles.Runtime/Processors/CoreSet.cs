using System.Globalization;

namespace Puddles.Processors;

/// <summary>Some cores of this machine, by number. Immutable, never empty.</summary>
internal sealed class CoreSet : IEquatable<CoreSet>
{
    /// <summary>The highest number that Linux can be built for.</summary>
    public const int Highest = 8191;

    private readonly int[] _cores;

    /// <param name="cores">Their numbers, from 0, in any order; one may be named twice.</param>
    /// <exception cref="ArgumentException">There are none, or one is no number of a core.</exception>
    public CoreSet(IEnumerable<int> cores)
    {
        ArgumentNullException.ThrowIfNull(cores);
        _cores = [.. cores.Distinct().Order()];
        if (_cores.Length == 0)
        {
            throw new ArgumentException("Name at least one core.", nameof(cores));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(_cores[0], nameof(cores));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_cores[^1], Highest, nameof(cores));
    }

    /// <summary>In rising order.</summary>
    public IReadOnlyList<int> Cores => _cores;

    public int[] ToArray() => [.. _cores];

    public CoreSet? Except(CoreSet other) => _cores.Except(other._cores).ToArray() is { Length: > 0 } left ? new CoreSet(left) : null;

    public bool Equals(CoreSet? other) => other is not null && _cores.AsSpan().SequenceEqual(other._cores);

    public override bool Equals(object? obj) => Equals(obj as CoreSet);

    public override int GetHashCode() => HashCode.Combine(_cores.Length, _cores[0], _cores[^1]);

    /// <summary>As Linux writes them: <c>0-3,6</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (int first = 0, last; first < _cores.Length; first = last + 1)
        {
            for (last = first; last + 1 < _cores.Length && _cores[last + 1] == _cores[last] + 1; last++)
            {
            }

            parts.Add(last == first ? Number(first) : $"{Number(first)}-{Number(last)}");
        }

        return string.Join(',', parts);
    }

    private string Number(int position) => _cores[position].ToString(CultureInfo.InvariantCulture);
}
