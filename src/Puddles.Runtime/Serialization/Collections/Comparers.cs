using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Puddles.Serialization;

/// <summary>Refuses comparers that the other side would not have.</summary>
internal static class Comparers
{
    public static void RequireDefault<T>(IEqualityComparer<T> comparer)
    {
        if (!ReferenceEquals(comparer, EqualityComparer<T>.Default) && !ReferenceEquals(comparer, StringComparer.Ordinal) && comparer is not OrdinalKeys)
        {
            throw Refused(comparer);
        }
    }

    public static void RequireDefault<T>(IComparer<T> comparer)
    {
        if (!ReferenceEquals(comparer, Comparer<T>.Default))
        {
            throw Refused(comparer);
        }
    }

    /// <summary>Looks at the comparer of a set; what has none is let through.</summary>
    public static void RequireDefaultOfSet<T>(IEnumerable<T> set)
    {
        switch (set)
        {
            case HashSet<T> hash:
                RequireDefault(hash.Comparer);
                break;
            case SortedSet<T> sorted:
                RequireDefault(sorted.Comparer);
                break;
            case ReadOnlySet<T> wrapper:
                RequireDefaultOfSet(Wrapped<T>.Set(wrapper));
                break;
            case FrozenSet<T> frozen:
                RequireDefault(frozen.Comparer);
                break;
            case ImmutableHashSet<T> hash:
                RequireDefault(hash.KeyComparer);
                break;
            case ImmutableSortedSet<T> sorted:
                RequireDefault(sorted.KeyComparer);
                break;
        }
    }

    /// <summary>Looks at the comparers of a dictionary; what has none is let through.</summary>
    public static void RequireDefaultOfDictionary<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> dictionary)
        where TKey : notnull
    {
        switch (dictionary)
        {
            case Dictionary<TKey, TValue> plain:
                RequireDefault(plain.Comparer);
                break;
            case OrderedDictionary<TKey, TValue> ordered:
                RequireDefault(ordered.Comparer);
                break;
            case ReadOnlyDictionary<TKey, TValue> wrapper:
                RequireDefaultOfDictionary(Wrapped<TKey, TValue>.Dictionary(wrapper));
                break;
            case SortedDictionary<TKey, TValue> sorted:
                RequireDefault(sorted.Comparer);
                break;
            case SortedList<TKey, TValue> sorted:
                RequireDefault(sorted.Comparer);
                break;
            case ConcurrentDictionary<TKey, TValue> concurrent:
                RequireDefault(concurrent.Comparer);
                break;
            case FrozenDictionary<TKey, TValue> frozen:
                RequireDefault(frozen.Comparer);
                break;
            case ImmutableDictionary<TKey, TValue> hash:
                RequireDefault(hash.KeyComparer);
                RequireDefault(hash.ValueComparer);
                break;
            case ImmutableSortedDictionary<TKey, TValue> sorted:
                RequireDefault(sorted.KeyComparer);
                RequireDefault(sorted.ValueComparer);
                break;
        }
    }

    private static PuddleSerializationException Refused(object comparer) =>
        new($"A collection with the comparer '{comparer.GetType()}' cannot be passed: the other side would get one with the default comparer.");
}
