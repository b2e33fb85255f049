using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;

namespace Puddles.Serialization;

/// <summary>Collections to elements in the order that makes them again, and back. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Sequences
{
    /// <summary>The elements as they are enumerated.</summary>
    public static T[] Items<T>(IEnumerable<T> value) => [.. value];

    /// <summary>The elements, in place.</summary>
    public static ReadOnlySpan<T> Items<T>(Memory<T> value) => value.Span;

    /// <summary>The elements, in place.</summary>
    public static ReadOnlySpan<T> Items<T>(ReadOnlyMemory<T> value) => value.Span;

    /// <summary>The elements, in place.</summary>
    public static ReadOnlySpan<T> Items<T>(ArraySegment<T> value) => value.AsSpan();

    /// <summary>The elements, in place.</summary>
    public static ReadOnlySpan<T> Items<T>(ImmutableArray<T> value) =>
        value.IsDefault
            ? throw new PuddleSerializationException("An immutable array that was never made cannot be passed: make an empty one.")
            : value.AsSpan();

    /// <summary>The elements from the first that was added to the last, which are enumerated the other way round.</summary>
    public static T[] StackItems<T>(IEnumerable<T> value)
    {
        T[] items = [.. value];
        Array.Reverse(items);
        return items;
    }

    /// <summary>The elements of a set with the default comparer.</summary>
    public static T[] SetItems<T>(IEnumerable<T> value)
    {
        Comparers.RequireDefaultOfSet(value);
        return [.. value];
    }

    /// <summary>The elements of a queue with the default comparer, in the order of its heap, which keeps that of equal priorities.</summary>
    public static (TElement Element, TPriority Priority)[] PriorityItems<TElement, TPriority>(PriorityQueue<TElement, TPriority> value)
    {
        Comparers.RequireDefault(value.Comparer);
        return [.. value.UnorderedItems];
    }

    /// <summary>The entries of a dictionary with the default comparer.</summary>
    public static KeyValuePair<TKey, TValue>[] Entries<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> value)
        where TKey : notnull
    {
        Comparers.RequireDefaultOfDictionary(value);

        // Only its own method copies one that others change meanwhile.
        return value is ConcurrentDictionary<TKey, TValue> concurrent ? concurrent.ToArray() : [.. value];
    }
}
