using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes an <see cref="ImmutableHashSet{T}"/>.</summary>
    public static ImmutableHashSet<T> ToImmutableHashSet<T>(T[] items) => [.. ToHashSet(items)];

    /// <summary>Makes an <see cref="ImmutableSortedSet{T}"/>.</summary>
    public static ImmutableSortedSet<T> ToImmutableSortedSet<T>(T[] items) => Distinct(Sorted(() => ImmutableSortedSet.Create(items)), items);

    /// <summary>Makes a <see cref="FrozenSet{T}"/>.</summary>
    public static FrozenSet<T> ToFrozenSet<T>(T[] items) => ToHashSet(items).ToFrozenSet(OrdinalKeys.For<T>(items.Length));

    /// <summary>Makes a <see cref="ReadOnlySet{T}"/>.</summary>
    public static ReadOnlySet<T> ToReadOnlySet<T>(T[] items) => new(ToHashSet(items));

    /// <summary>Makes a <see cref="SortedSet{T}"/>.</summary>
    public static SortedSet<T> ToSortedSet<T>(T[] items) => Distinct(Sorted(() => new SortedSet<T>(items)), items);

    /// <summary>Makes a <see cref="HashSet{T}"/>.</summary>
    public static HashSet<T> ToHashSet<T>(T[] items)
    {
        var set = new HashSet<T>(items.Length);
        var load = new HashLoad<T>(items.Length);
        foreach (T item in items)
        {
            load.Count(item, set);
            if (!set.Add(item))
            {
                throw TwiceInSet();
            }
        }

        return set;
    }

    private static TSet Distinct<TSet, T>(TSet set, T[] items)
        where TSet : IReadOnlyCollection<T> =>
        set.Count == items.Length ? set : throw TwiceInSet();

    private static PuddleSerializationException TwiceInSet() => new("A set has the same value twice.");

    // Elements without an order of their own make the framework throw what is no fault of the program's.
    private static T Sorted<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new PuddleSerializationException("What came cannot be sorted.", error);
        }
    }
}
