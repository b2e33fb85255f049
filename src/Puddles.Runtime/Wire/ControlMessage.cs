using System.Buffers.Binary;

namespace Puddles.Wire;

/// <summary>One message on the control channel: a kind and the call that it is about, 0 where it is about none.</summary>
internal readonly record struct ControlMessage(ControlKind Kind, ulong CallId)
{
    public const int Bytes = 9;

    public void Write(Span<byte> destination)
    {
        destination[0] = (byte)Kind;
        BinaryPrimitives.WriteUInt64LittleEndian(destination[1..], CallId);
    }

    /// <exception cref="WireException">The kind is unknown.</exception>
    public static ControlMessage Read(ReadOnlySpan<byte> source)
    {
        var kind = (ControlKind)source[0];
        return kind is >= ControlKind.Cancel and <= ControlKind.Ping
            ? new ControlMessage(kind, BinaryPrimitives.ReadUInt64LittleEndian(source[1..]))
            : throw new WireException($"control message of unknown kind {source[0]}.");
    }
}
