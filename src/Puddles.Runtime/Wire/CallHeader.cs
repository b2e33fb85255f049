using System.Buffers.Binary;

namespace Puddles.Wire;

/// <summary>What a call frame says before its arguments. Little-endian; docs/wire.md has the table.</summary>
internal readonly record struct CallHeader(ulong CallId, ulong TaskId, ulong Contract, int Index, int Attempt, int TermsBytes = 0)
{
    public const int Bytes = FrameReader.PrefixBytes + 36;

    /// <summary>Writes the header of a frame, its length included; the terms follow, and then the arguments.</summary>
    public void Write(Span<byte> destination, int argumentBytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination, Bytes - FrameReader.PrefixBytes + TermsBytes + argumentBytes);
        destination[4] = (byte)FrameKind.Call;
        destination[5] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[6..], (ushort)Math.Min(Attempt, ushort.MaxValue));
        BinaryPrimitives.WriteInt32LittleEndian(destination[8..], Index);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[12..], CallId);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[20..], TaskId);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[28..], Contract);
        BinaryPrimitives.WriteInt32LittleEndian(destination[36..], TermsBytes);
    }

    /// <summary>Reads the header of a frame that came without its length.</summary>
    /// <exception cref="WireException">It is no call, or too short for one.</exception>
    public static CallHeader Read(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Bytes - FrameReader.PrefixBytes || frame[0] != (byte)FrameKind.Call)
        {
            throw new WireException("expected a call frame.");
        }

        int termsBytes = BinaryPrimitives.ReadInt32LittleEndian(frame[32..]);
        if (termsBytes < 0 || termsBytes > frame.Length - (Bytes - FrameReader.PrefixBytes))
        {
            throw new WireException($"the terms of a call take {(uint)termsBytes:N0} bytes, and its frame has fewer.");
        }

        return new CallHeader(
            BinaryPrimitives.ReadUInt64LittleEndian(frame[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(frame[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(frame[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(frame[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(frame[2..]),
            termsBytes);
    }
}
