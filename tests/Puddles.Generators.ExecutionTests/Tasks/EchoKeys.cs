using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Gives back collections that look keys up by their hash codes.</summary>
public static class EchoKeys
{
    [PuddleTask] public static HashSet<int> Of(HashSet<int> x) => x;
    [PuddleTask] public static HashSet<long> Of(HashSet<long> x) => x;
    [PuddleTask] public static HashSet<double> Of(HashSet<double> x) => x;
    [PuddleTask] public static HashSet<Guid> Of(HashSet<Guid> x) => x;
    [PuddleTask] public static HashSet<(long, string)> Of(HashSet<(long, string)> x) => x;
    [PuddleTask] public static HashSet<CountingKey> Of(HashSet<CountingKey> x) => x;
    [PuddleTask] public static ReadOnlySet<long> Of(ReadOnlySet<long> x) => x;
    [PuddleTask] public static ImmutableHashSet<long> Of(ImmutableHashSet<long> x) => x;
    [PuddleTask] public static FrozenSet<long> Of(FrozenSet<long> x) => x;
    [PuddleTask] public static FrozenSet<string> Of(FrozenSet<string> x) => x;
    [PuddleTask] public static Dictionary<long, bool> Of(Dictionary<long, bool> x) => x;
    [PuddleTask] public static Dictionary<CountingKey, Holder> Of(Dictionary<CountingKey, Holder> x) => x;
    [PuddleTask] public static ConcurrentDictionary<long, bool> Of(ConcurrentDictionary<long, bool> x) => x;
    [PuddleTask] public static ImmutableDictionary<long, bool> Of(ImmutableDictionary<long, bool> x) => x;
    [PuddleTask] public static FrozenDictionary<long, bool> Of(FrozenDictionary<long, bool> x) => x;
    [PuddleTask] public static FrozenDictionary<string, bool> Of(FrozenDictionary<string, bool> x) => x;
    [PuddleTask] public static OrderedDictionary<long, bool> Of(OrderedDictionary<long, bool> x) => x;
    [PuddleTask] public static ReadOnlyDictionary<long, bool> Of(ReadOnlyDictionary<long, bool> x) => x;
    [PuddleTask] public static IReadOnlyDictionary<string, bool> Of(IReadOnlyDictionary<string, bool> x) => x;
    [PuddleTask] public static IReadOnlySet<string> Of(IReadOnlySet<string> x) => x;
}

/// <summary>A key whose hash code is what it is told to be, and that counts how often it is compared.</summary>
public sealed record CountingKey(int Number, int Hash)
{
    [ThreadStatic]
    private static long _comparisons;

    public static long Comparisons => _comparisons;

    public static void ResetComparisons() => _comparisons = 0;

    public bool Equals(CountingKey? other)
    {
        _comparisons++;
        return other is not null && other.Number == Number;
    }

    public override int GetHashCode() => Hash;
}

/// <summary>A value that takes so much room that a dictionary of it begins small and grows.</summary>
public record struct Holder(decimal A, decimal B, decimal C, decimal D, decimal E);
