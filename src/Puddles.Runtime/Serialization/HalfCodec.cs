using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Numbers of 16 bits, as single-precision ones, which hold each of them. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HalfCodec
{
    /// <summary>Writes a number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Half value) => writer.Write((float)value);

    /// <summary>Reads a number.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">It is no number of 16 bits.</exception>
    public static Half Read(ref MessagePackReader reader)
    {
        float wide = reader.ReadSingle();
        var value = (Half)wide;
        return !float.IsNaN(wide) && (float)value != wide
            ? throw new PuddleSerializationException("A number of 16 bits is needed here.")
            : value;
    }
}
