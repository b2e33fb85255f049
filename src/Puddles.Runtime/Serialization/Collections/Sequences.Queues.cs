using System.Collections.Concurrent;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes a <see cref="Queue{T}"/>.</summary>
    public static Queue<T> ToQueue<T>(T[] items) => new(items);

    /// <summary>Makes a <see cref="Stack{T}"/>.</summary>
    public static Stack<T> ToStack<T>(T[] items) => new(items);

    /// <summary>Makes a <see cref="ConcurrentQueue{T}"/>.</summary>
    public static ConcurrentQueue<T> ToConcurrentQueue<T>(T[] items) => new(items);

    /// <summary>Makes a <see cref="ConcurrentStack{T}"/>.</summary>
    public static ConcurrentStack<T> ToConcurrentStack<T>(T[] items) => new(items);

    /// <summary>Makes a <see cref="ConcurrentBag{T}"/>.</summary>
    public static ConcurrentBag<T> ToConcurrentBag<T>(T[] items) => [.. items];

    /// <summary>Makes a <see cref="PriorityQueue{TElement, TPriority}"/>; items in the order of a heap stay in it.</summary>
    public static PriorityQueue<TElement, TPriority> ToPriorityQueue<TElement, TPriority>((TElement Element, TPriority Priority)[] items) =>
        Sorted(() => new PriorityQueue<TElement, TPriority>(items));
}
