using System.Buffers;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>Text, as MessagePack strings; what is no UTF-8 is refused and not repaired. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StringCodec
{
    private const int LongestHeader = 5;
    private const int ShortText = 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="PuddleSerializationException">It holds half of a surrogate pair, which has no form in UTF-8.</exception>
    public static void Write(ref MessagePackWriter writer, string value)
    {
        // Most texts are of ASCII alone: their header is as long as it would be for as many bytes as characters.
        // Of a long text the bytes are counted first, so that no room is asked for that it does not take.
        int most = value.Length <= ShortText ? Strict.GetMaxByteCount(value.Length) : CountBytes(value);
        int header = HeaderBytes(value.Length <= ShortText ? value.Length : most);
        Span<byte> target = writer.GetSpan(LongestHeader + most);
        int count = Encode(value, target[header..]);
        int needed = HeaderBytes(count);
        if (needed != header)
        {
            target.Slice(header, count).CopyTo(target[needed..]);
        }

        WriteHeader(target, count, needed);
        writer.Advance(needed + count);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The text; null for nil.</returns>
    /// <exception cref="PuddleSerializationException">It is no UTF-8, or longer than it can be.</exception>
    public static string? Read(ref MessagePackReader reader)
    {
        if (reader.TryReadNil())
        {
            return null;
        }

        try
        {
            return Strict.GetString(ReadUtf8(ref reader));
        }
        catch (DecoderFallbackException error)
        {
            throw new PuddleSerializationException("A text is not UTF-8.", error);
        }
    }

    private static int CountBytes(string value)
    {
        try
        {
            return Strict.GetByteCount(value);
        }
        catch (EncoderFallbackException error)
        {
            throw HalfOfAPair(error);
        }
    }

    private static int Encode(string value, Span<byte> target)
    {
        try
        {
            return Strict.GetBytes(value, target);
        }
        catch (EncoderFallbackException error)
        {
            throw HalfOfAPair(error);
        }
    }

    private static PuddleSerializationException HalfOfAPair(EncoderFallbackException error) =>
        new("A text holds half of a surrogate pair, which cannot be passed: it is no Unicode character.", error);

    private static int HeaderBytes(int count) => count switch
    {
        <= MessagePackRange.MaxFixStringLength => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => LongestHeader,
    };

    private static void WriteHeader(Span<byte> target, int count, int bytes)
    {
        switch (bytes)
        {
            case 1:
                target[0] = (byte)(MessagePackCode.MinFixStr | count);
                break;
            case 2:
                target[0] = MessagePackCode.Str8;
                target[1] = (byte)count;
                break;
            case 3:
                target[0] = MessagePackCode.Str16;
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)count);
                break;
            default:
                target[0] = MessagePackCode.Str32;
                BinaryPrimitives.WriteInt32BigEndian(target[1..], count);
                break;
        }
    }

    /// <summary>Reads the bytes of a text.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The bytes, within the payload.</returns>
    /// <exception cref="PuddleSerializationException">There is nil, or it is longer than it can be.</exception>
    internal static ReadOnlySpan<byte> ReadUtf8(ref MessagePackReader reader)
    {
        RefuseOverlong(ref reader);
        return reader.TryReadStringSpan(out ReadOnlySpan<byte> text)
            ? text
            : throw new PuddleSerializationException("A text is missing.");
    }

    /// <summary>Refuses a length of 2 GiB and more, which the reader would take for a negative one.</summary>
    internal static void RefuseOverlong(ref MessagePackReader reader)
    {
        const int HighBit = 0x80;
        if (!reader.End && reader.NextCode is MessagePackCode.Str32 or MessagePackCode.Bin32 or MessagePackCode.Ext32)
        {
            ReadOnlySequence<byte> rest = reader.Sequence.Slice(reader.Position).Slice(1);
            if (!rest.IsEmpty && rest.FirstSpan[0] >= HighBit)
            {
                throw new PuddleSerializationException("A text or an array of bytes is longer than it can be.");
            }
        }
    }
}
