using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>
/// Elements of fixed size as one MessagePack binary, little-endian and without gaps, copied as memory. An element is made
/// of fields, given by their widths in bytes in the order in which they lie; 0 stands for a <see cref="bool"/>, which is
/// one byte that is 0 or 1. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Blocks
{
    /// <summary>Writes elements.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="writer">Where to write.</param>
    /// <param name="items">The elements.</param>
    /// <param name="fields">Their fields.</param>
    public static void Write<T>(ref MessagePackWriter writer, ReadOnlySpan<T> items, ReadOnlySpan<byte> fields)
        where T : unmanaged
    {
        BlockFields.RequireSize<T>(fields);
        if (BitConverter.IsLittleEndian)
        {
            BlockOutlet.Write(ref writer, Bytes(items));
        }
        else
        {
            T[] turned = items.ToArray();
            BlockFields.Turn(MemoryMarshal.AsBytes(turned.AsSpan()), fields);
            BlockOutlet.Write(ref writer, Bytes<T>(turned));
        }
    }

    /// <summary>Reads elements.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="fields">Their fields.</param>
    /// <returns>The elements.</returns>
    /// <exception cref="PuddleSerializationException">There are none, their bytes are no whole number of them, or one is no value.</exception>
    public static T[] Read<T>(ref MessagePackReader reader, ReadOnlySpan<byte> fields)
        where T : unmanaged
    {
        ReadOnlySequence<byte> bytes = ReadBytes<T>(ref reader, fields, out int count, out LateBlock? late);
        T[] items = GC.AllocateUninitializedArray<T>(count);
        Fill(items, bytes, late, fields);
        return items;
    }

    /// <summary>Reads elements into a list.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="fields">Their fields.</param>
    /// <returns>The elements.</returns>
    /// <exception cref="PuddleSerializationException">There are none, their bytes are no whole number of them, or one is no value.</exception>
    public static List<T> ReadList<T>(ref MessagePackReader reader, ReadOnlySpan<byte> fields)
        where T : unmanaged
    {
        ReadOnlySequence<byte> bytes = ReadBytes<T>(ref reader, fields, out int count, out LateBlock? late);
        var items = new List<T>(count);
        CollectionsMarshal.SetCount(items, count);
        Fill(CollectionsMarshal.AsSpan(items), bytes, late, fields);
        return items;
    }

    private static unsafe ReadOnlySequence<byte> ReadBytes<T>(ref MessagePackReader reader, ReadOnlySpan<byte> fields, out int count, out LateBlock? late)
        where T : unmanaged
    {
        BlockFields.RequireSize<T>(fields);
        ReadOnlySequence<byte> bytes = default;
        if (!LateBlock.TryTake(ref reader, out late))
        {
            StringCodec.RefuseOverlong(ref reader);
            bytes = reader.ReadBytes() ?? throw new PuddleSerializationException("A block of elements is missing.");
        }

        long length = late?.Left ?? bytes.Length;
        if (length % sizeof(T) != 0)
        {
            throw new PuddleSerializationException($"A block of {length} bytes holds no whole number of elements of {sizeof(T)} bytes.");
        }

        count = (int)(length / sizeof(T));
        return bytes;
    }

    private static void Fill<T>(Span<T> items, ReadOnlySequence<byte> bytes, LateBlock? late, ReadOnlySpan<byte> fields)
        where T : unmanaged
    {
        Span<byte> target = MemoryMarshal.AsBytes(items);
        LargeArrays.Prepare(target);
        if (late is null)
        {
            bytes.CopyTo(target);
        }
        else
        {
            late.Read(target);
        }

        if (!BitConverter.IsLittleEndian)
        {
            BlockFields.Turn(target, fields);
        }

        BlockFields.RequireValid(target, fields);
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
            throw new PayloadTooLargeException("A block of elements takes more bytes than a payload can.", error);
        }
    }
}
