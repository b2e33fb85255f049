using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Dates with times within types marked for MessagePack: as timestamps, in UTC. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TimestampCodec
{
    /// <summary>Writes a date. One of the local kind is converted to UTC; one of no kind is taken for UTC.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, DateTime value) => writer.Write(value);

    /// <summary>Reads a date.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read, in UTC.</returns>
    /// <exception cref="PuddleSerializationException">It lies outside the dates that there are.</exception>
    public static DateTime Read(ref MessagePackReader reader)
    {
        try
        {
            return reader.ReadDateTime();
        }
        catch (ArgumentException error)
        {
            throw new PuddleSerializationException("A date is needed here.", error);
        }
    }
}
