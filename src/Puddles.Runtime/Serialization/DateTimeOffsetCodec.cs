using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Dates with times and offsets, as arrays of the local ticks and the offset in minutes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateTimeOffsetCodec
{
    /// <summary>Writes a date.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, DateTimeOffset value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(value.Ticks);
        writer.Write(value.TotalOffsetMinutes);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">The numbers are no date.</exception>
    public static DateTimeOffset Read(ref MessagePackReader reader)
    {
        Members.ReadLength(ref reader, 2, nameof(DateTimeOffset));
        long ticks = reader.ReadInt64();
        int minutes = reader.ReadInt32();
        try
        {
            return new DateTimeOffset(ticks, TimeSpan.FromMinutes((long)minutes));
        }
        catch (ArgumentException error)
        {
            throw new PuddleSerializationException("A date with an offset is needed here.", error);
        }
    }
}
