using System.Buffers.Binary;

namespace Puddles.Wire;

/// <summary>What a frame from the worker says before its payload. Little-endian; docs/wire.md has the table.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="CallId">The call that it answers; 0 for a kind that answers none.</param>
/// <param name="RunNanoseconds">How long the call ran.</param>
internal readonly record struct ReplyHeader(FrameKind Kind, ulong CallId, ulong RunNanoseconds)
{
    public const int Bytes = FrameReader.PrefixBytes + 20;

    /// <summary>Writes the header of a frame, its length included.</summary>
    public void Write(Span<byte> destination, int payloadBytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination, Bytes - FrameReader.PrefixBytes + payloadBytes);
        destination[4] = (byte)Kind;
        destination[5..8].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], CallId);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], RunNanoseconds);
    }

    /// <summary>Of what kind a frame says that it is, before it is looked at more closely.</summary>
    public static FrameKind KindOf(ReadOnlySpan<byte> frame) => frame.IsEmpty ? default : (FrameKind)frame[0];

    /// <summary>Reads the header of a frame that came without its length.</summary>
    /// <exception cref="WireException">It is of no kind that a worker sends, or too short.</exception>
    public static ReplyHeader Read(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Bytes - FrameReader.PrefixBytes)
        {
            throw new WireException($"a reply of {frame.Length} bytes is too short.");
        }

        var kind = (FrameKind)frame[0];
        return kind is >= FrameKind.Ready and <= FrameKind.Output
            ? new ReplyHeader(kind, BinaryPrimitives.ReadUInt64LittleEndian(frame[4..]), BinaryPrimitives.ReadUInt64LittleEndian(frame[12..]))
            : throw new WireException($"a reply of unknown kind {frame[0]}.");
    }
}
