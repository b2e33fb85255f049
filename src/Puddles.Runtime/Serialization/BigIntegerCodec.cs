using System.ComponentModel;
using System.Numerics;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Integers of any size, as binary: two's complement, lowest byte first, so that reading takes no more than linear time. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BigIntegerCodec
{
    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, BigInteger value)
    {
        int count = value.GetByteCount();
        writer.WriteBinHeader(count);
        value.TryWriteBytes(writer.GetSpan(count), out _);
        writer.Advance(count);
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">There are no bytes.</exception>
    public static BigInteger Read(ref MessagePackReader reader)
    {
        byte[]? bytes = BytesCodec.Read(ref reader);
        return bytes is { Length: > 0 }
            ? new BigInteger(bytes)
            : throw new PuddleSerializationException("An integer of any size is needed here.");
    }
}
