namespace Puddles.Generators.Model;

/// <summary>What tells a type of a closed hierarchy from the others: a number, a text, or nothing for the base itself.</summary>
/// <param name="Number">The number; null for none.</param>
/// <param name="Text">The text; null for none.</param>
internal sealed record UnionKey(int? Number, string? Text)
{
    public override string ToString() => Text is not null ? $"\"{Text}\"" : Number is { } number ? FormattableString.Invariant($"{number}") : "nil";
}
