using System.ComponentModel;
using System.Text;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Guids, as text of 36 characters. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GuidCodec
{
    private const int TextLength = 36;

    /// <summary>Writes a guid.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The guid.</param>
    public static void Write(ref MessagePackWriter writer, Guid value)
    {
        Span<byte> target = writer.GetSpan(2 + TextLength);
        target[0] = MessagePackCode.Str8;
        target[1] = TextLength;
        value.TryFormat(target[2..], out _);
        writer.Advance(2 + TextLength);
    }

    /// <summary>Reads a guid.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The guid.</returns>
    /// <exception cref="PuddleSerializationException">The text is no guid.</exception>
    public static Guid Read(ref MessagePackReader reader)
    {
        Span<char> characters = stackalloc char[TextLength];
        ReadOnlySpan<byte> text = StringCodec.ReadUtf8(ref reader);
        return text.Length == TextLength
            && Encoding.UTF8.TryGetChars(text, characters, out int count)
            && Guid.TryParseExact(characters[..count], "D", out Guid value)
            ? value
            : throw new PuddleSerializationException("A guid is needed here.");
    }
}
