using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Ranges, as arrays of both indexes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RangeCodec
{
    /// <summary>Writes a range.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Range value)
    {
        writer.WriteArrayHeader(2);
        IndexCodec.Write(ref writer, value.Start);
        IndexCodec.Write(ref writer, value.End);
    }

    /// <summary>Reads a range.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">It has not two indexes.</exception>
    public static Range Read(ref MessagePackReader reader)
    {
        Members.ReadLength(ref reader, 2, nameof(Range));
        Index start = IndexCodec.Read(ref reader);
        return new Range(start, IndexCodec.Read(ref reader));
    }
}
