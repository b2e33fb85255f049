using System.Buffers;
using System.Buffers.Binary;
using MessagePack;
using Puddles.Serialization;

namespace Puddles.Wire;

/// <summary>The first thing that a worker reads from its standard input: where to connect, what to prove itself with, and what its pool wants of it.</summary>
/// <param name="SocketPath">Where to connect.</param>
/// <param name="MemoryAddress">Where the shared memory is to be found; null where there is none.</param>
/// <param name="WorkerSecret">What the worker proves itself with.</param>
/// <param name="HostSecret">What the host proves itself with.</param>
/// <param name="WorkerId">The worker's number.</param>
/// <param name="HostProcessId">The host's process id.</param>
/// <param name="MaxPayloadBytes">The most bytes that arguments or a result may take.</param>
/// <param name="HeadId">What names the head.</param>
/// <param name="TasksPerWorker">How many calls it runs at a time, at most.</param>
/// <param name="Depth">How many workers there are from the program down to this one: 1 where the host is no worker itself.</param>
internal sealed record Hello(string SocketPath, string? MemoryAddress, byte[] WorkerSecret, byte[] HostSecret, int WorkerId, int HostProcessId, int MaxPayloadBytes, ulong HeadId, int TasksPerWorker, int Depth)
{
    private const uint Magic = 0x4C445550; // "PUDL"
    private const uint Version = 2;
    private const int PrefixBytes = 12;
    private const int MaxBytes = 64 * 1024;
    private const int Fields = 10;

    public ReadOnlyMemory<byte> Encode()
    {
        var buffer = new PayloadBuffer();
        buffer.Write(stackalloc byte[PrefixBytes]);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(Fields);
        writer.Write(SocketPath);
        writer.Write(MemoryAddress);
        writer.Write(WorkerSecret);
        writer.Write(HostSecret);
        writer.Write(WorkerId);
        writer.Write(HostProcessId);
        writer.Write(MaxPayloadBytes);
        writer.Write(HeadId);
        writer.Write(TasksPerWorker);
        writer.Write(Depth);
        writer.Flush();

        Span<byte> prefix = buffer.Patch(0, PrefixBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(prefix, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(prefix[4..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(prefix[8..], buffer.Length - PrefixBytes);
        return buffer.Detach();
    }

    /// <exception cref="WireException">What comes is no greeting of this version.</exception>
    /// <exception cref="EndOfStreamException">The stream ends first.</exception>
    public static Hello Read(Stream source)
    {
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        source.ReadExactly(prefix);
        if (BinaryPrimitives.ReadUInt32LittleEndian(prefix) != Magic)
        {
            throw new WireException("standard input does not begin with a pool's greeting.");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(prefix[4..]);
        if (version != Version)
        {
            throw new WireException($"the pool speaks version {version} of the protocol and this worker version {Version}; build both with the same version of Puddles.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(prefix[8..]);
        if (length is < 0 or > MaxBytes)
        {
            throw new WireException($"a greeting of {(uint)length:N0} bytes is over the limit of {MaxBytes:N0}.");
        }

        byte[] body = new byte[length];
        source.ReadExactly(body);
        return Decode(body);
    }

    private static Hello Decode(byte[] body)
    {
        try
        {
            var reader = new MessagePackReader(body);
            return reader.ReadArrayHeader() == Fields
                ? new Hello(reader.ReadString()!, reader.ReadString(), reader.ReadBytes()!.Value.ToArray(), reader.ReadBytes()!.Value.ToArray(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadUInt64(), reader.ReadInt32(), reader.ReadInt32())
                : throw new WireException("the greeting has another number of fields.");
        }
        catch (Exception error) when (error is MessagePackSerializationException or EndOfStreamException or InvalidOperationException or OverflowException)
        {
            throw new WireException($"the greeting cannot be read: {error.Message}");
        }
    }
}
