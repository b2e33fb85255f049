using System.ComponentModel;
using System.Globalization;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Decimal numbers, as invariant text: exact, with their scale, and readable in every language. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DecimalCodec
{
    private const int LongestText = 31;
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Writes a number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The number.</param>
    public static void Write(ref MessagePackWriter writer, decimal value)
    {
        Span<byte> target = writer.GetSpan(1 + LongestText);
        value.TryFormat(target[1..], out int length, provider: CultureInfo.InvariantCulture);
        target[0] = (byte)(MessagePackCode.MinFixStr | length);
        writer.Advance(1 + length);
    }

    /// <summary>Reads a number.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The number.</returns>
    /// <exception cref="PuddleSerializationException">The text is no decimal number.</exception>
    public static decimal Read(ref MessagePackReader reader) =>
        decimal.TryParse(StringCodec.ReadUtf8(ref reader), Style, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw new PuddleSerializationException("A decimal number is needed here.");
}
