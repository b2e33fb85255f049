using System.Buffers.Binary;

namespace Puddles.Wire;

/// <summary>What a call frame says before its arguments. Little-endian; docs/wire.md has the table.</summary>
/// <param name="CallId">Its number.</param>
/// <param name="TaskId">What to run.</param>
/// <param name="Contract">What its arguments are encoded by.</param>
/// <param name="Index">Its position in its batch.</param>
/// <param name="Attempt">Which run of it this is, from 1.</param>
/// <param name="TermsBytes">How long its terms are.</param>
/// <param name="Count">How many calls the frame holds that rise by one from this in number and position, have no terms and each the length of its arguments before them; 0 for a frame of one call.</param>
internal readonly record struct CallHeader(ulong CallId, ulong TaskId, ulong Contract, int Index, int Attempt, int TermsBytes = 0, int Count = 0)
{
    public const int Bytes = FrameReader.PrefixBytes + 36;

    public bool IsBundle => Count > 0;

    /// <summary>What the next call of the same frame is.</summary>
    public CallHeader Next() => this with { CallId = CallId + 1, Index = Index + 1 };

    /// <summary>Writes the header of a frame, its length included; the terms follow, and then the arguments.</summary>
    public void Write(Span<byte> destination, int argumentBytes)
    {
        BinaryPrimitives.WriteInt32LittleEndian(destination, Bytes - FrameReader.PrefixBytes + TermsBytes + argumentBytes);
        destination[4] = (byte)(IsBundle ? FrameKind.Calls : FrameKind.Call);
        destination[5] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[6..], (ushort)Math.Min(Attempt, ushort.MaxValue));
        BinaryPrimitives.WriteInt32LittleEndian(destination[8..], Index);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[12..], CallId);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[20..], TaskId);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[28..], Contract);
        BinaryPrimitives.WriteInt32LittleEndian(destination[36..], IsBundle ? Count : TermsBytes);
    }

    /// <summary>Reads the header of a frame that came without its length.</summary>
    /// <exception cref="WireException">It is no call, or too short for one.</exception>
    public static CallHeader Read(ReadOnlySpan<byte> frame) => Read(frame, frame.Length);

    /// <summary>As <see cref="Read(ReadOnlySpan{byte})"/>, where not all of the frame is here.</summary>
    /// <exception cref="WireException">It is no call, or too short for one.</exception>
    public static CallHeader Read(ReadOnlySpan<byte> frame, int length)
    {
        if (frame.Length < Bytes - FrameReader.PrefixBytes || frame[0] is not ((byte)FrameKind.Call or (byte)FrameKind.Calls))
        {
            throw new WireException("expected a call frame.");
        }

        bool isBundle = frame[0] == (byte)FrameKind.Calls;
        int last = BinaryPrimitives.ReadInt32LittleEndian(frame[32..]);
        if (isBundle && last <= 0)
        {
            throw new WireException("a frame of calls holds none.");
        }

        if (!isBundle && (last < 0 || last > length - (Bytes - FrameReader.PrefixBytes)))
        {
            throw new WireException($"the terms of a call take {(uint)last:N0} bytes, and its frame has fewer.");
        }

        return new CallHeader(
            BinaryPrimitives.ReadUInt64LittleEndian(frame[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(frame[16..]),
            BinaryPrimitives.ReadUInt64LittleEndian(frame[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(frame[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(frame[2..]),
            isBundle ? 0 : last,
            isBundle ? last : 0);
    }
}
