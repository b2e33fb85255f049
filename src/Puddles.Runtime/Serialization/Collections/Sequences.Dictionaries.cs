using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes a <see cref="SortedDictionary{TKey, TValue}"/>.</summary>
    public static SortedDictionary<TKey, TValue> ToSortedDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull
    {
        var sorted = new SortedDictionary<TKey, TValue>();
        foreach (KeyValuePair<TKey, TValue> entry in entries)
        {
            Add(sorted, entry);
        }

        return sorted;
    }

    /// <summary>Makes a <see cref="SortedList{TKey, TValue}"/>.</summary>
    public static SortedList<TKey, TValue> ToSortedList<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull
    {
        var sorted = new SortedList<TKey, TValue>(entries.Count);
        foreach (KeyValuePair<TKey, TValue> entry in entries)
        {
            Add(sorted, entry);
        }

        return sorted;
    }

    /// <summary>Makes a <see cref="ConcurrentDictionary{TKey, TValue}"/>.</summary>
    public static ConcurrentDictionary<TKey, TValue> ToConcurrentDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        new(entries);

    /// <summary>Makes a <see cref="FrozenDictionary{TKey, TValue}"/>.</summary>
    public static FrozenDictionary<TKey, TValue> ToFrozenDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        entries.ToFrozenDictionary();

    /// <summary>Makes an <see cref="ImmutableDictionary{TKey, TValue}"/>.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        ImmutableDictionary.CreateRange(entries);

    /// <summary>Makes an <see cref="ImmutableSortedDictionary{TKey, TValue}"/>.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        ToSortedDictionary(entries).ToImmutableSortedDictionary();

    // Keys that differ may still be equal in their order, such as texts in that of a culture.
    private static void Add<TKey, TValue>(IDictionary<TKey, TValue> sorted, KeyValuePair<TKey, TValue> entry)
        where TKey : notnull
    {
        if (!Sorted(() => sorted.TryAdd(entry.Key, entry.Value)))
        {
            throw new PuddleSerializationException("A sorted dictionary has the same key twice.");
        }
    }
}
