using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Indexes, as integers: from the end, the complement of the distance, so that −1 is the end itself. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IndexCodec
{
    /// <summary>Writes an index.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Index value) => writer.Write(value.IsFromEnd ? ~value.Value : value.Value);

    /// <summary>Reads an index.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    public static Index Read(ref MessagePackReader reader)
    {
        int value = reader.ReadInt32();
        return value >= 0 ? new Index(value) : new Index(~value, fromEnd: true);
    }
}
