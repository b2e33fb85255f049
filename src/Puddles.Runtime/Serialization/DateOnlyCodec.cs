using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Dates, as the number of days since 0001-01-01. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateOnlyCodec
{
    /// <summary>Writes a date.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, DateOnly value) => writer.Write(value.DayNumber);

    /// <summary>Reads a date.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">The number is no date.</exception>
    public static DateOnly Read(ref MessagePackReader reader)
    {
        int day = reader.ReadInt32();
        return (uint)day <= (uint)DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(day)
            : throw new PuddleSerializationException("A date is needed here.");
    }
}
