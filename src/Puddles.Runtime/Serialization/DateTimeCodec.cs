using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Dates with times, as <see cref="DateTime.ToBinary"/> gives them: unlike a MessagePack timestamp, that keeps the kind. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateTimeCodec
{
    /// <summary>Writes a date.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The date.</param>
    public static void Write(ref MessagePackWriter writer, DateTime value) => writer.Write(value.ToBinary());

    /// <summary>Reads a date.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The date.</returns>
    /// <exception cref="PuddleSerializationException">The number is no date.</exception>
    public static DateTime Read(ref MessagePackReader reader)
    {
        long binary = reader.ReadInt64();
        try
        {
            return DateTime.FromBinary(binary);
        }
        catch (ArgumentException error)
        {
            throw new PuddleSerializationException("A date is needed here.", error);
        }
    }
}
