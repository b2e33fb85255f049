using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Time spans, as their ticks of 100 ns. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TimeSpanCodec
{
    /// <summary>Writes a time span.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The time span.</param>
    public static void Write(ref MessagePackWriter writer, TimeSpan value) => writer.Write(value.Ticks);

    /// <summary>Reads a time span.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The time span.</returns>
    public static TimeSpan Read(ref MessagePackReader reader) => new(reader.ReadInt64());
}
