namespace Puddles.Generators.ExecutionTests.Tasks;

public enum Tiny : sbyte
{
    Low = sbyte.MinValue,
    Zero = 0,
    High = sbyte.MaxValue,
}

[Flags]
public enum Wide : ulong
{
    None = 0,
    All = ulong.MaxValue,
}

/// <summary>Made by its constructor alone.</summary>
public sealed record Order(int Id, string Customer, string? Note, Line[] Lines);

public sealed record Line(string Product, decimal Price);

/// <summary>Made by settable, init-only and required members, a field and an inherited one.</summary>
public sealed class Settings : SettingsBase
{
    public string? Name { get; set; }

    public required int Level { get; init; }

    public double Ratio;

    public string Described => $"{Name}:{Level}";
}

public class SettingsBase
{
    public long Inherited { get; set; }
}

/// <summary>Made by a constructor that takes what cannot be set, and by what can.</summary>
public readonly struct Point(int x, int y)
{
    public int X { get; } = x;

    public int Y { get; } = y;

    public string? Label { get; init; }
}

public record struct Pair<TFirst, TSecond>(TFirst First, TSecond Second);

/// <summary>Refers to itself.</summary>
public sealed class Node
{
    public int Value { get; set; }

    public Node? Next { get; set; }

    public List<Node> Children { get; set; } = [];
}

/// <summary>Has members by the names of keywords.</summary>
public sealed record Keywords(int @class, string @event);

public sealed record Empty;

