using System.ComponentModel;
using System.Runtime.Serialization;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>
/// Time zones, as arrays of the id and, where the machine knows no such zone, the text of
/// <see cref="TimeZoneInfo.ToSerializedString"/>. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TimeZoneInfoCodec
{
    /// <summary>Writes a time zone.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    /// <exception cref="PuddleSerializationException">Its rules are none that can be written exactly.</exception>
    public static void Write(ref MessagePackWriter writer, TimeZoneInfo value)
    {
        writer.WriteArrayHeader(2);
        StringCodec.Write(ref writer, value.Id);
        if (Find(value.Id)?.Equals(value) == true)
        {
            writer.WriteNil();
            return;
        }

        // The text of the framework drops some of the rules that a system's own zones may have.
        string text = value.ToSerializedString();
        if (!Parse(text).Equals(value))
        {
            throw new PuddleSerializationException($"The rules of the time zone '{value.Id}' cannot be passed exactly.");
        }

        StringCodec.Write(ref writer, text);
    }

    /// <summary>Reads a time zone.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">It is no time zone, or none that this machine knows.</exception>
    public static TimeZoneInfo? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        Members.ReadLength(ref reader, 2, nameof(TimeZoneInfo));
        string? id = StringCodec.Read(ref reader);
        TimeZoneInfo? value = StringCodec.Read(ref reader) is { } text ? Parse(text) : Find(id ?? "");
        return value is not null && value.Id == id
            ? value
            : throw new PuddleSerializationException("A time zone that this machine knows is needed here.");
    }

    // An id is the name of a file on some systems, and must not lead out of the folder of the zones.
    private static TimeZoneInfo? Find(string id) =>
        !id.StartsWith('/') && !id.Contains('\\') && !id.Contains("..", StringComparison.Ordinal)
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? known)
            ? known
            : null;

    private static TimeZoneInfo Parse(string text)
    {
        try
        {
            return TimeZoneInfo.FromSerializedString(text);
        }
        catch (Exception error) when (error is SerializationException or ArgumentException or InvalidTimeZoneException)
        {
            throw new PuddleSerializationException("A time zone is needed here.", error);
        }
    }
}
