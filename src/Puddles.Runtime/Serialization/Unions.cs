using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace Puddles.Serialization;

/// <summary>What goes wrong with closed hierarchies. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Unions
{
    private const int LongestShown = 64;

    /// <summary>Says that a value is of a type that its base does not list.</summary>
    /// <param name="actual">The type.</param>
    /// <param name="declared">The base, for the message.</param>
    /// <returns>What to throw.</returns>
    public static PuddleSerializationException Unlisted(Type actual, string declared)
    {
        ArgumentNullException.ThrowIfNull(actual);
        return new($"A '{actual}' was given where '{declared}' is declared, which does not list it. Add it to the [PuddleUnion], [Union] or [JsonDerivedType] attributes of '{declared}'.");
    }

    /// <summary>Says that a key stands for no type.</summary>
    /// <param name="key">The key.</param>
    /// <param name="declared">The base, for the message.</param>
    /// <returns>What to throw.</returns>
    public static PuddleSerializationException UnknownKey(int key, string declared) =>
        Unknown(key.ToString(CultureInfo.InvariantCulture), declared);

    /// <summary>Says that a key stands for no type.</summary>
    /// <param name="key">The key, in UTF-8.</param>
    /// <param name="declared">The base, for the message.</param>
    /// <returns>What to throw.</returns>
    public static PuddleSerializationException UnknownKey(ReadOnlySpan<byte> key, string declared) =>
        Unknown($"\"{Encoding.UTF8.GetString(key[..Math.Min(key.Length, LongestShown)])}\"", declared);

    private static PuddleSerializationException Unknown(string key, string declared) => new($"A '{declared}' lists no type with the key {key}.");
}
