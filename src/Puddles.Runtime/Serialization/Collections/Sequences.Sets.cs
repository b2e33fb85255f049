using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes an <see cref="ImmutableHashSet{T}"/>.</summary>
    public static ImmutableHashSet<T> ToImmutableHashSet<T>(T[] items) => Distinct(ImmutableHashSet.Create(items), items);

    /// <summary>Makes an <see cref="ImmutableSortedSet{T}"/>.</summary>
    public static ImmutableSortedSet<T> ToImmutableSortedSet<T>(T[] items) => Distinct(Sorted(() => ImmutableSortedSet.Create(items)), items);

    /// <summary>Makes a <see cref="FrozenSet{T}"/>.</summary>
    public static FrozenSet<T> ToFrozenSet<T>(T[] items) => ToHashSet(items).ToFrozenSet();

    /// <summary>Makes a <see cref="SortedSet{T}"/>.</summary>
    public static SortedSet<T> ToSortedSet<T>(T[] items) => Distinct(Sorted(() => new SortedSet<T>(items)), items);

    /// <summary>Makes a <see cref="HashSet{T}"/>.</summary>
    public static HashSet<T> ToHashSet<T>(T[] items) => Distinct(new HashSet<T>(items), items);

    private static TSet Distinct<TSet, T>(TSet set, T[] items)
        where TSet : IReadOnlyCollection<T> =>
        set.Count == items.Length ? set : throw new PuddleSerializationException("A set has the same value twice.");

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
