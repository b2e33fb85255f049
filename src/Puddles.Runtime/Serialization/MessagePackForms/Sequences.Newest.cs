using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Puddles.Serialization;

/// <content>Stacks within types marked for MessagePack, which come from their newest element on.</content>
public static partial class Sequences
{
    /// <summary>Makes a <see cref="Stack{T}"/>.</summary>
    public static Stack<T> ToStackFromNewest<T>(T[] items) => new(Reversed(items));

    /// <summary>Makes a <see cref="ConcurrentStack{T}"/>.</summary>
    public static ConcurrentStack<T> ToConcurrentStackFromNewest<T>(T[] items) => new(Reversed(items));

    /// <summary>Makes an <see cref="ImmutableStack{T}"/>.</summary>
    public static ImmutableStack<T> ToImmutableStackFromNewest<T>(T[] items) => ImmutableStack.Create(Reversed(items));

    private static T[] Reversed<T>(T[] items)
    {
        Array.Reverse(items);
        return items;
    }
}
