using System.Diagnostics.CodeAnalysis;

namespace Puddles.Serialization;

/// <summary>
/// Compares texts as by default. A frozen collection of texts with the default comparer analyses them by hash codes that
/// anybody can compute, and so make collide; with this one it takes those that are different in each process.
/// </summary>
internal sealed class OrdinalKeys : IEqualityComparer<string>
{
    private static readonly OrdinalKeys Instance = new();

    /// <summary>The comparer to freeze keys with; null for the default one.</summary>
    public static IEqualityComparer<T>? For<T>(int count) =>
        typeof(T) == typeof(string) && count > 2 * HashLoad<T>.MostComparisons ? (IEqualityComparer<T>)(object)Instance : null;

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string text) => text.GetHashCode(StringComparison.Ordinal);
}
