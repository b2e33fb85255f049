using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Addresses, as arrays of whether it is absolute and the text that it was made of. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UriCodec
{
    /// <summary>Writes an address.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Uri value)
    {
        Required.ExactType(value);
        writer.WriteArrayHeader(2);
        writer.Write(value.IsAbsoluteUri);
        StringCodec.Write(ref writer, value.OriginalString);
    }

    /// <summary>Reads an address.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">The text is no address of that kind.</exception>
    public static Uri? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        Members.ReadLength(ref reader, 2, nameof(Uri));
        UriKind kind = reader.ReadBoolean() ? UriKind.Absolute : UriKind.Relative;
        return Uri.TryCreate(StringCodec.Read(ref reader), kind, out Uri? value)
            ? value
            : throw new PuddleSerializationException("An address is needed here.");
    }
}
