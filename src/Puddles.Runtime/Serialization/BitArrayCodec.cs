using System.Collections;
using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Bits, as arrays of their number and their bytes, lowest bit first. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BitArrayCodec
{
    /// <summary>Writes bits.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, BitArray value)
    {
        byte[] bytes = new byte[BytesFor(value.Length)];
        value.CopyTo(bytes, 0);
        writer.WriteArrayHeader(2);
        writer.Write(value.Length);
        writer.Write(bytes.AsSpan());
    }

    /// <summary>Reads bits.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">The number of bytes does not fit that of bits.</exception>
    public static BitArray? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        Members.ReadLength(ref reader, 2, nameof(BitArray));
        int count = reader.ReadInt32();
        byte[]? bytes = BytesCodec.Read(ref reader);
        if (count < 0 || bytes is null || bytes.Length != BytesFor(count))
        {
            throw new PuddleSerializationException("Bits and their number are needed here.");
        }

        return new BitArray(bytes) { Length = count };
    }

    private static int BytesFor(int count) => (int)((count + 7L) / 8);
}
