using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using MessagePack;

namespace Puddles.Serialization;

#pragma warning disable CA1000 // Generated code spells the type argument out.
/// <summary>Integers of up to 128 bits as invariant text. Used by generated code.</summary>
/// <typeparam name="T">The type of the integers.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextIntegerCodec<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private const int LongestText = 40;

    private static readonly NumberStyles Style = T.IsNegative(T.MinValue) ? NumberStyles.AllowLeadingSign : NumberStyles.None;

    /// <summary>Writes an integer.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, T value)
    {
        Span<byte> target = writer.GetSpan(2 + LongestText);
        value.TryFormat(target[2..], out int length, default, CultureInfo.InvariantCulture);
        target[0] = MessagePackCode.Str8;
        target[1] = (byte)length;
        writer.Advance(2 + length);
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">The text is no such integer.</exception>
    public static T Read(ref MessagePackReader reader)
    {
        ReadOnlySpan<byte> text = StringCodec.ReadUtf8(ref reader);
        return text.Length <= LongestText && T.TryParse(text, Style, CultureInfo.InvariantCulture, out T value)
            ? value
            : throw new PuddleSerializationException($"An integer from {T.MinValue} to {T.MaxValue} is needed here.");
    }
}
