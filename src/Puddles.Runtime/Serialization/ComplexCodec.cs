using System.ComponentModel;
using System.Numerics;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Complex numbers, as arrays of the real and the imaginary part. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ComplexCodec
{
    /// <summary>Writes a complex number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, Complex value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(value.Real);
        writer.Write(value.Imaginary);
    }

    /// <summary>Reads a complex number.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="PuddleSerializationException">It has not two parts.</exception>
    public static Complex Read(ref MessagePackReader reader)
    {
        Members.ReadLength(ref reader, 2, nameof(Complex));
        double real = reader.ReadDouble();
        return new Complex(real, reader.ReadDouble());
    }
}
