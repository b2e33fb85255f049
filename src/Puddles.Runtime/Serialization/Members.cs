using System.ComponentModel;
using System.Numerics;
using System.Text;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Reading of objects, which are maps from member name to value. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Members
{
    private const int LongestName = 128;

    /// <summary>Reads how many elements a tuple has.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="length">How many it must have.</param>
    /// <param name="type">The type, for the message.</param>
    /// <exception cref="PuddleSerializationException">It has another number.</exception>
    public static void ReadLength(ref MessagePackReader reader, int length, string type)
    {
        int actual = reader.ReadArrayHeader();
        if (actual != length)
        {
            throw new PuddleSerializationException($"A '{type}' has {length} elements, and {actual} came.");
        }
    }

    /// <summary>Reads the name of a member.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The name, in UTF-8.</returns>
    /// <exception cref="PuddleSerializationException">There is no name.</exception>
    public static ReadOnlySpan<byte> ReadName(ref MessagePackReader reader) => StringCodec.ReadUtf8(ref reader);

    /// <summary>Notes that a member was read.</summary>
    /// <param name="seen">A bit for each member that was.</param>
    /// <param name="bit">The bit of this one.</param>
    /// <param name="path">The member, for the message.</param>
    /// <exception cref="PuddleSerializationException">It was read before.</exception>
    public static void Mark(ref ulong seen, ulong bit, string path)
    {
        if ((seen & bit) != 0)
        {
            throw new PuddleSerializationException($"{path} comes twice.");
        }

        seen |= bit;
    }

    /// <summary>Refuses an object that lacks members.</summary>
    /// <param name="seen">A bit for each member that was read.</param>
    /// <param name="required">A bit for each that must be.</param>
    /// <param name="type">The type, for the message.</param>
    /// <param name="names">The names of all members, separated by commas, in the order of the bits, for the message.</param>
    /// <exception cref="PuddleSerializationException">One is missing.</exception>
    public static void RequireAll(ulong seen, ulong required, string type, string names)
    {
        ulong missing = required & ~seen;
        if (missing != 0)
        {
            throw new PuddleSerializationException($"{type}.{names.Split(',')[BitOperations.TrailingZeroCount(missing)]} is missing.");
        }
    }

    /// <summary>Passes over a member that this side does not know, if it is null: a value would be lost.</summary>
    /// <param name="reader">The reader, positioned at the value.</param>
    /// <param name="name">The name of the member, in UTF-8.</param>
    /// <param name="type">The type, for the message.</param>
    /// <exception cref="PuddleSerializationException">It has a value.</exception>
    public static void PassOver(ref MessagePackReader reader, scoped ReadOnlySpan<byte> name, string type)
    {
        if (!reader.TryReadNil())
        {
            throw new PuddleSerializationException(
                $"{type}.{Encoding.UTF8.GetString(name[..Math.Min(name.Length, LongestName)])} is not known here, and its value would be lost: the other side is of another build, and must leave it null.");
        }
    }

    /// <summary>Passes over a value, without recursion.</summary>
    /// <param name="reader">The reader.</param>
    internal static void Skip(ref MessagePackReader reader)
    {
        for (long pending = 1; pending > 0; pending--)
        {
            switch (reader.NextMessagePackType)
            {
                case MessagePackType.Array:
                    pending += reader.ReadArrayHeader();
                    break;
                case MessagePackType.Map:
                    pending += 2L * reader.ReadMapHeader();
                    break;
                default:
                    StringCodec.RefuseOverlong(ref reader);
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>Passes over elements of an array, without recursion.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="count">How many; fewer than one for none.</param>
    public static void SkipElements(ref MessagePackReader reader, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Skip(ref reader);
        }
    }

    /// <summary>Writes nil for each key that no member has.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="count">How many.</param>
    public static void WriteGap(ref MessagePackWriter writer, int count)
    {
        for (int i = 0; i < count; i++)
        {
            writer.WriteNil();
        }
    }

    /// <summary>Says that a dictionary has the same key twice.</summary>
    /// <param name="type">The type of the dictionary.</param>
    /// <returns>What to throw.</returns>
    public static PuddleSerializationException DuplicateKey(string type) => new($"A '{type}' has the same key twice.");
}
