using System.ComponentModel;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>
/// The limit on how deep values may nest, in both directions: a cycle, or a hostile payload, ends in an exception and
/// not in a stack overflow. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Nesting
{
    /// <summary>How many objects and collections may lie within one another.</summary>
    public const int Limit = 128;

    /// <summary>Goes one level deeper while writing.</summary>
    /// <param name="depth">The depth of the value around this one; 0 for an argument or a result.</param>
    /// <param name="type">The type that is written, for the message.</param>
    /// <returns>The depth of this value.</returns>
    /// <exception cref="PuddleSerializationException">It is deeper than <see cref="Limit"/>.</exception>
    public static int Deeper(int depth, string type) => depth < Limit ? depth + 1 : throw TooDeep(type);

    /// <summary>Goes one level deeper while reading; <see cref="Leave"/> comes back.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="type">The type that is read, for the message.</param>
    /// <exception cref="PuddleSerializationException">It is deeper than <see cref="Limit"/>.</exception>
    public static void Enter(ref MessagePackReader reader, string type)
    {
        if (reader.Depth >= Limit)
        {
            throw TooDeep(type);
        }

        reader.Depth++;
    }

    /// <summary>Comes back from <see cref="Enter"/>.</summary>
    /// <param name="reader">The reader.</param>
    public static void Leave(ref MessagePackReader reader) => reader.Depth--;

    private static PuddleSerializationException TooDeep(string type) =>
        new($"'{type}' lies more than {Limit} levels deep. Values are copied as trees: one that contains itself, or a longer chain, cannot be passed.");
}
