using System.ComponentModel;
using System.Text;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Unicode scalar values, as integers. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuneCodec
{
    /// <summary>Writes a scalar value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Rune value) => writer.Write(value.Value);

    /// <summary>Reads a scalar value.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">The number is no scalar value.</exception>
    public static Rune Read(ref MessagePackReader reader)
    {
        int value = reader.ReadInt32();
        return Rune.IsValid(value)
            ? new Rune(value)
            : throw new PuddleSerializationException("A Unicode scalar value is needed here.");
    }
}
