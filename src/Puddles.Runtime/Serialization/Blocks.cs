using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Numbers of fixed size as one MessagePack binary, little-endian and without gaps, copied as memory. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Blocks
{
    /// <summary>Writes numbers.</summary>
    /// <typeparam name="T">A primitive type of which every bit pattern is a value.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="items">The numbers.</param>
    public static void Write<T>(ref MessagePackWriter writer, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
        {
            writer.Write(Bytes(items));
        }
        else
        {
            T[] turned = items.ToArray();
            Turn(turned);
            writer.Write(Bytes<T>(turned));
        }
    }

    /// <summary>Reads numbers.</summary>
    /// <typeparam name="T">A primitive type of which every bit pattern is a value.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="PuddleSerializationException">There are none, or their bytes are no whole number of them.</exception>
    public static unsafe T[] Read<T>(ref MessagePackReader reader)
        where T : unmanaged
    {
        StringCodec.RefuseOverlong(ref reader, MessagePackCode.Bin32);
        ReadOnlySequence<byte> bytes = reader.ReadBytes() ?? throw new PuddleSerializationException("A block of numbers is missing.");
        if (bytes.Length % sizeof(T) != 0)
        {
            throw new PuddleSerializationException($"A block of {bytes.Length} bytes holds no whole number of elements of {sizeof(T)} bytes.");
        }

        T[] items = GC.AllocateUninitializedArray<T>((int)(bytes.Length / sizeof(T)));
        bytes.CopyTo(MemoryMarshal.AsBytes(items.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            Turn(items);
        }

        return items;
    }

    private static ReadOnlySpan<byte> Bytes<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        try
        {
            return MemoryMarshal.AsBytes(items);
        }
        catch (OverflowException error)
        {
            throw new PayloadTooLargeException("A block of numbers takes more bytes than a payload can.", error);
        }
    }

    private static unsafe void Turn<T>(T[] items)
        where T : unmanaged
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(items.AsSpan());
        for (int start = 0; start < bytes.Length; start += sizeof(T))
        {
            bytes.Slice(start, sizeof(T)).Reverse();
        }
    }
}
