using System.Buffers;
using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Sequences of bytes, as MessagePack binary. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ByteSequenceCodec
{
    /// <summary>Writes a sequence.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The sequence.</param>
    public static void Write(ref MessagePackWriter writer, ReadOnlySequence<byte> value)
    {
        writer.WriteBinHeader(checked((int)value.Length));
        foreach (ReadOnlyMemory<byte> segment in value)
        {
            writer.WriteRaw(segment.Span);
        }
    }

    /// <summary>Reads a sequence.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The sequence, in memory of its own.</returns>
    /// <exception cref="PuddleSerializationException">There are no bytes, or more than there can be.</exception>
    public static ReadOnlySequence<byte> Read(ref MessagePackReader reader) =>
        new(BytesCodec.Read(ref reader) ?? throw new PuddleSerializationException("A sequence of bytes is missing."));
}
