using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes a <see cref="ReadOnlyDictionary{TKey, TValue}"/>.</summary>
    public static ReadOnlyDictionary<TKey, TValue> ToReadOnlyDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        new(entries);

    /// <summary>Makes an <see cref="OrderedDictionary{TKey, TValue}"/>.</summary>
    public static OrderedDictionary<TKey, TValue> ToOrderedDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull
    {
        // As many buckets as the dictionary has, in which the keys were counted.
        var ordered = new OrderedDictionary<TKey, TValue>(entries.Capacity);
        foreach (KeyValuePair<TKey, TValue> entry in entries)
        {
            ordered.Add(entry.Key, entry.Value);
        }

        return ordered;
    }

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
        where TKey : notnull
    {
        if (!HashLoad<TKey>.IsCountedFor(entries.Count))
        {
            // No more room than is needed: there may be one such dictionary for each byte of a payload.
            var small = new ConcurrentDictionary<TKey, TValue>(concurrencyLevel: -1, entries.Count);
            Fill(small, entries);
            return small;
        }

        // With one lock it keeps as many buckets as the dictionary, in which the keys were counted.
        var concurrent = new ConcurrentDictionary<TKey, TValue>(concurrencyLevel: 1, entries.Capacity);
        Fill(concurrent, entries);
        return concurrent;
    }

    /// <summary>Makes a <see cref="FrozenDictionary{TKey, TValue}"/>.</summary>
    public static FrozenDictionary<TKey, TValue> ToFrozenDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        entries.ToFrozenDictionary(OrdinalKeys.For<TKey>(entries.Count));

    /// <summary>Makes an <see cref="ImmutableDictionary{TKey, TValue}"/>.</summary>
    public static ImmutableDictionary<TKey, TValue> ToImmutableDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        ImmutableDictionary.CreateRange(entries);

    /// <summary>Makes an <see cref="ImmutableSortedDictionary{TKey, TValue}"/>.</summary>
    public static ImmutableSortedDictionary<TKey, TValue> ToImmutableSortedDictionary<TKey, TValue>(Dictionary<TKey, TValue> entries)
        where TKey : notnull =>
        ToSortedDictionary(entries).ToImmutableSortedDictionary();

    private static void Fill<TKey, TValue>(ConcurrentDictionary<TKey, TValue> target, Dictionary<TKey, TValue> entries)
        where TKey : notnull
    {
        foreach (KeyValuePair<TKey, TValue> entry in entries)
        {
            target.TryAdd(entry.Key, entry.Value);
        }
    }

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
