using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Puddles.Serialization;

/// <summary>
/// How much room to make for elements that a payload only announces. A reader has checked the announced count against
/// the bytes that are left, so room for small elements is made at once; for large ones it grows as they really come.
/// Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Capacity
{
    private const int BytesForEachElement = 32;
    private const int EntryOverhead = 12;

    /// <summary>The room to start with for elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="count">How many are announced.</param>
    /// <returns>A count, at most <paramref name="count"/> and not 0 unless that is.</returns>
    public static int For<T>(int count) => Bounded(count, Unsafe.SizeOf<T>());

    /// <summary>The room to start with for the entries of a dictionary.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <param name="count">How many are announced.</param>
    /// <returns>A count, at most <paramref name="count"/>.</returns>
    public static int For<TKey, TValue>(int count) => Bounded(count, EntryOverhead + Unsafe.SizeOf<TKey>() + Unsafe.SizeOf<TValue>());

    /// <summary>Makes an array to start with.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="count">How many are announced.</param>
    /// <returns>An array of at most <paramref name="count"/> elements; where it has fewer, <see cref="Grow"/> makes room as they come.</returns>
    public static T[] NewArray<T>(int count) => new T[For<T>(count)];

    /// <summary>Makes more room in an array that is full before all elements are read.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The array.</param>
    /// <param name="count">How many are announced.</param>
    public static void Grow<T>(ref T[] items, int count) => Array.Resize(ref items, (int)Math.Min(count, items.Length * 2L));

    private static int Bounded(int count, int size) =>
        size <= BytesForEachElement || count == 0 ? count : (int)Math.Max(1, (long)count * BytesForEachElement / size);
}
