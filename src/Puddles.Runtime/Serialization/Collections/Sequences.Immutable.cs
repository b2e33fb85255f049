using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Puddles.Serialization;

public static partial class Sequences
{
    /// <summary>Makes an <see cref="ImmutableArray{T}"/>.</summary>
    public static ImmutableArray<T> ToImmutableArray<T>(T[] items) => ImmutableCollectionsMarshal.AsImmutableArray(items);

    /// <summary>Makes an <see cref="ImmutableList{T}"/>.</summary>
    public static ImmutableList<T> ToImmutableList<T>(T[] items) => [.. items];

    /// <summary>Makes an <see cref="ImmutableQueue{T}"/>.</summary>
    public static ImmutableQueue<T> ToImmutableQueue<T>(T[] items) => [.. items];

    /// <summary>Makes an <see cref="ImmutableStack{T}"/>.</summary>
    public static ImmutableStack<T> ToImmutableStack<T>(T[] items) => ImmutableStack.CreateRange(items);
}
