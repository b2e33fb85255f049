using System.ComponentModel;
using System.Globalization;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Cultures, by name. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CultureInfoCodec
{
    /// <summary>Writes a culture.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">What to write.</param>
    public static void Write(ref MessagePackWriter writer, CultureInfo value)
    {
        Required.ExactType(value);
        writer.Write(value.Name);
    }

    /// <summary>Reads a culture.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>What was read; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">There is no culture of that name.</exception>
    public static CultureInfo? Read(ref MessagePackReader reader)
    {
        if (StringCodec.Read(ref reader) is not { } name)
        {
            return null;
        }

        try
        {
            // Without what the user of this machine has changed, and as little to be changed as the framework's own.
            return CultureInfo.ReadOnly(new CultureInfo(name, useUserOverride: false));
        }
        catch (ArgumentException error)
        {
            throw new PuddleSerializationException("The name of a culture is needed here.", error);
        }
    }
}
