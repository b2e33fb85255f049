using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Times of a day, as ticks of 100 ns since midnight. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TimeOnlyCodec
{
    /// <summary>Writes a time.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, TimeOnly value) => writer.Write(value.Ticks);

    /// <summary>Reads a time.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">The number is no time of a day.</exception>
    public static TimeOnly Read(ref MessagePackReader reader)
    {
        long ticks = reader.ReadInt64();
        return (ulong)ticks <= (ulong)TimeOnly.MaxValue.Ticks
            ? new TimeOnly(ticks)
            : throw new PuddleSerializationException("A time of a day is needed here.");
    }
}
