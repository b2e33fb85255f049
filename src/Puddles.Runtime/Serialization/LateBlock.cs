using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using MessagePack;

namespace Puddles.Serialization;

/// <summary>
/// A large block of bytes at the end of a payload, which is received while it is read: straight to where it stays. The payload
/// ends with the header of the block for whoever reads it. Used by one thread.
/// </summary>
internal abstract class LateBlock
{
    /// <summary>What MessagePack puts before the bytes of a large block.</summary>
    public const int HeaderBytes = 5;

    [ThreadStatic]
    private static LateBlock? _current;

    private ReadOnlyMemory<byte> _payload;

    /// <summary>How many bytes have not been received.</summary>
    public int Left { get; private set; }

    /// <summary>How many bytes of a payload stand before what its last value holds, that value being one large block.</summary>
    /// <param name="begun">The first bytes of the payload.</param>
    /// <param name="length">How long it is in all.</param>
    /// <param name="elements">How long the array is that it is the last element of; 0 where it is the payload.</param>
    /// <returns>0 where it is not so, or cannot be told from so few bytes.</returns>
    public static int HeadLength(ReadOnlyMemory<byte> begun, int length, int elements)
    {
        int at = elements == 0 ? 0 : LastElement(begun, elements);
        if (at < 0)
        {
            return 0;
        }

        ReadOnlySpan<byte> header = begun.Span[at..];
        return header.Length >= HeaderBytes && header[0] == MessagePackCode.Bin32 && BinaryPrimitives.ReadUInt32BigEndian(header[1..]) == length - at - HeaderBytes
            ? at + HeaderBytes
            : 0;
    }

    /// <summary>Takes the block that a reader stands before, if it is still to be received; the reader stands behind it then.</summary>
    public static bool TryTake(ref MessagePackReader reader, [NotNullWhen(true)] out LateBlock? block)
    {
        block = _current;
        if (block is null || reader.Sequence.FirstSpan != block._payload.Span || reader.Consumed != block._payload.Length - HeaderBytes)
        {
            return false;
        }

        Withhold();
        reader = new MessagePackReader(ReadOnlyMemory<byte>.Empty) { Depth = reader.Depth, CancellationToken = reader.CancellationToken };
        return true;
    }

    /// <summary>Lets whoever reads the payload on this thread take it, until <see cref="Withhold"/>.</summary>
    /// <param name="payload">What comes before it.</param>
    public void Offer(ReadOnlyMemory<byte> payload)
    {
        _payload = payload;
        _current = this;
    }

    /// <summary>Ends <see cref="Offer"/>.</summary>
    public static void Withhold() => _current = null;

    /// <summary>Receives the whole of it.</summary>
    /// <param name="destination">As long as <see cref="Left"/>.</param>
    /// <exception cref="IOException">The peer has gone in the middle of it.</exception>
    public void Read(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            int count = Receive(destination);
            if (count == 0)
            {
                throw new IOException("The peer is gone.");
            }

            Left -= count;
            destination = destination[count..];
        }
    }

    private static int LastElement(ReadOnlyMemory<byte> begun, int elements)
    {
        var reader = new MessagePackReader(begun);
        try
        {
            if (reader.ReadArrayHeader() != elements)
            {
                return -1;
            }

            while (--elements > 0)
            {
                reader.Skip();
            }

            return (int)reader.Consumed;
        }
        catch (Exception error) when (error is EndOfStreamException or MessagePackSerializationException)
        {
            return -1;
        }
    }

    protected void Begin(int left) => Left = left;

    /// <summary>Receives what there is of it, at least a byte.</summary>
    /// <returns>How many bytes; 0 where the peer is gone.</returns>
    protected abstract int Receive(Span<byte> destination);
}
