using System.Collections;
using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Bits within types marked for MessagePack: as arrays of booleans. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BitListCodec
{
    /// <summary>Writes bits.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, BitArray value)
    {
        writer.WriteArrayHeader(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            writer.Write(value[i]);
        }
    }

    /// <summary>Reads bits.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    public static BitArray? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        var value = new BitArray(reader.ReadArrayHeader());
        for (int i = 0; i < value.Length; i++)
        {
            value[i] = reader.ReadBoolean();
        }

        return value;
    }
}
