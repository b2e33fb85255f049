using System.Buffers;
using System.ComponentModel;
using System.Text;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Text, as MessagePack strings; what is no UTF-8 is refused and not repaired. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StringCodec
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The text.</param>
    public static void Write(ref MessagePackWriter writer, string value) => writer.Write(value);

    /// <summary>Reads a text.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The text; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">It is no UTF-8, or longer than it can be.</exception>
    public static string? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        try
        {
            return Strict.GetString(ReadUtf8(ref reader));
        }
        catch (DecoderFallbackException error)
        {
            throw new PuddleSerializationException("A text is not UTF-8.", error);
        }
    }

    /// <summary>Reads the bytes of a text.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The bytes, within the payload.</returns>
    /// <exception cref="PuddleSerializationException">There is nil, or it is longer than it can be.</exception>
    internal static ReadOnlySpan<byte> ReadUtf8(ref MessagePackReader reader)
    {
        RefuseOverlong(ref reader, MessagePackCode.Str32);
        return reader.TryReadStringSpan(out ReadOnlySpan<byte> text)
            ? text
            : throw new PuddleSerializationException("A text is missing.");
    }

    /// <summary>Refuses a length of 2 GiB and more, which the reader would take for a negative one.</summary>
    internal static void RefuseOverlong(ref MessagePackReader reader, byte codeOf32Bits)
    {
        const int HighBit = 0x80;
        if (!reader.End && reader.NextCode == codeOf32Bits)
        {
            ReadOnlySequence<byte> rest = reader.Sequence.Slice(reader.Position).Slice(1);
            if (!rest.IsEmpty && rest.FirstSpan[0] >= HighBit)
            {
                throw new PuddleSerializationException("A text or an array of bytes is longer than it can be.");
            }
        }
    }
}
