namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes a <see cref="Memory{T}"/>.</summary>
    public static Memory<T> ToMemory<T>(T[] items) => items;

    /// <summary>Makes a <see cref="ReadOnlyMemory{T}"/>.</summary>
    public static ReadOnlyMemory<T> ToReadOnlyMemory<T>(T[] items) => items;

    /// <summary>Makes an <see cref="ArraySegment{T}"/>.</summary>
    public static ArraySegment<T> ToArraySegment<T>(T[] items) => items;
}
