using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Versions, as text of two to four numbers. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VersionCodec
{
    /// <summary>Writes a version.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Version value) => writer.Write(value.ToString());

    /// <summary>Reads a version.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">The text is no version.</exception>
    public static Version? Read(ref MessagePackReader reader)
    {
        if (StringCodec.Read(ref reader) is not { } text)
        {
            return null;
        }

        // What the parser would forgive, such as blanks, is refused: one version has one text.
        return Version.TryParse(text, out Version? value) && value.ToString() == text
            ? value
            : throw new PuddleSerializationException("A version is needed here.");
    }
}
