using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Dates with offsets within types marked for MessagePack: as arrays of the local time as a timestamp and the offset in minutes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OffsetTimestampCodec
{
    /// <summary>Writes a date.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, DateTimeOffset value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(new DateTime(value.Ticks, DateTimeKind.Utc));
        writer.Write((short)value.TotalOffsetMinutes);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">There is none.</exception>
    public static DateTimeOffset Read(ref MessagePackReader reader)
    {
        Members.ReadLength(ref reader, 2, nameof(DateTimeOffset));
        DateTime local = TimestampCodec.Read(ref reader);
        int minutes = reader.ReadInt16();
        try
        {
            return new DateTimeOffset(local.Ticks, TimeSpan.FromMinutes((long)minutes));
        }
        catch (ArgumentException error)
        {
            throw new PuddleSerializationException("A date with an offset is needed here.", error);
        }
    }
}
