using System.Buffers;
using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Byte arrays, as MessagePack binary. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BytesCodec
{
    /// <summary>Writes an array.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The array.</param>
    public static void Write(ref MessagePackWriter writer, byte[] value) => BlockOutlet.Write(ref writer, value);

    /// <summary>Reads an array.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The array; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">It is longer than it can be.</exception>
    public static byte[]? Read(ref MessagePackReader reader)
    {
        if (LateBlock.TryTake(ref reader, out LateBlock? late))
        {
            byte[] whole = LargeArrays.Make(late.Left);
            late.Read(whole);
            return whole;
        }

        StringCodec.RefuseOverlong(ref reader);
        if (reader.ReadBytes() is not { } bytes)
        {
            return null;
        }

        byte[] array = LargeArrays.Make((int)bytes.Length);
        bytes.CopyTo(array);
        return array;
    }
}
