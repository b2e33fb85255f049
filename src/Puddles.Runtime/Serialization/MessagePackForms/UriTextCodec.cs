using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Addresses within types marked for MessagePack: as the text that each was made of. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UriTextCodec
{
    /// <summary>Writes an address.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Uri value) => writer.Write(value.OriginalString);

    /// <summary>Reads an address.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">The text is no address.</exception>
    public static Uri? Read(ref MessagePackReader reader) =>
        StringCodec.Read(ref reader) is not { } text ? null
        : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out Uri? value) ? value
        : throw new PuddleSerializationException("An address is needed here.");
}
