using System.Globalization;

namespace Peers;

/// <summary>What a work is given: numbers by name, and for some peers a word.</summary>
internal sealed class Given
{
    private readonly Dictionary<string, string> _values;

    private Given(Dictionary<string, string> values) => _values = values;

    public int Workers => Integer("workers");

    public double WarmUp => Number("warmup");

    public double Seconds => Number("seconds");

    public static Given Parse(string[] parts) =>
        new(parts.Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]));

    public int Integer(string name) => (int)Number(name);

    public double Number(string name) => double.Parse(_values[name], CultureInfo.InvariantCulture);

    public string? Word(string name) => _values.GetValueOrDefault(name);
}
