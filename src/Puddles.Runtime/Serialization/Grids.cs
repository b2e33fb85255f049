using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Arrays of several dimensions: their lengths, then all elements, the last index changing fastest. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Grids
{
    /// <summary>Writes the lengths, one after the other.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The array.</param>
    /// <exception cref="PuddleSerializationException">It does not begin at 0.</exception>
    public static void WriteLengths(ref MessagePackWriter writer, Array value)
    {
        for (int dimension = 0; dimension < value.Rank; dimension++)
        {
            if (value.GetLowerBound(dimension) != 0)
            {
                throw new PuddleSerializationException("An array that does not begin at 0 cannot be passed.");
            }

            writer.Write(value.GetLength(dimension));
        }
    }

    /// <summary>The elements, in place.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="value">The array.</param>
    /// <returns>All elements.</returns>
    public static ReadOnlySpan<T> Items<T>(Array value) => Elements<T>(value);

    /// <summary>Reads the lengths, one after the other.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="rank">How many there must be.</param>
    /// <param name="type">The type, for the message.</param>
    /// <returns>The lengths.</returns>
    /// <exception cref="PuddleSerializationException">They are none of an array.</exception>
    public static int[] ReadLengths(ref MessagePackReader reader, int rank, string type)
    {
        int[] lengths = new int[rank];
        long most = 1;
        for (int dimension = 0; dimension < rank; dimension++)
        {
            lengths[dimension] = reader.ReadInt32();
            most *= Math.Max(1, lengths[dimension]);
            if (lengths[dimension] < 0 || most > Array.MaxLength)
            {
                throw new PuddleSerializationException($"A '{type}' cannot have these lengths.");
            }
        }

        return lengths;
    }

    /// <summary>Makes an array.</summary>
    /// <typeparam name="TArray">Its type.</typeparam>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="lengths">The lengths.</param>
    /// <param name="items">All elements.</param>
    /// <returns>The array.</returns>
    /// <exception cref="PuddleSerializationException">There are more or fewer elements than the lengths say.</exception>
    public static TArray Create<TArray, T>(int[] lengths, T[] items)
        where TArray : class
    {
        if (lengths.Aggregate(1L, static (product, length) => product * length) != items.Length)
        {
            throw new PuddleSerializationException($"The lengths of an array do not fit its {items.Length} elements.");
        }

        Array array = Array.CreateInstanceFromArrayType(typeof(TArray), lengths);
        items.CopyTo(Elements<T>(array));
        return (TArray)(object)array;
    }

    private static Span<T> Elements<T>(Array value) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(value)), value.Length);
}
