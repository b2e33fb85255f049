using System.ComponentModel;
using System.Globalization;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Unsigned integers of 128 bits, as invariant text. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UInt128Codec
{
    private const int LongestText = 40;

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, UInt128 value)
    {
        Span<byte> target = writer.GetSpan(2 + LongestText);
        value.TryFormat(target[2..], out int length, provider: CultureInfo.InvariantCulture);
        target[0] = MessagePackCode.Str8;
        target[1] = (byte)length;
        writer.Advance(2 + length);
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">The text is no such integer.</exception>
    public static UInt128 Read(ref MessagePackReader reader)
    {
        ReadOnlySpan<byte> text = StringCodec.ReadUtf8(ref reader);
        return text.Length <= LongestText && UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out UInt128 value)
            ? value
            : throw new PuddleSerializationException("An unsigned integer of 128 bits is needed here.");
    }
}
