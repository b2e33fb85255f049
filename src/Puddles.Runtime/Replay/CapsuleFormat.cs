using System.Buffers.Binary;
using MessagePack;
using Puddles.Serialization;

namespace Puddles.Replay;

/// <summary>A capsule as a file: magic, version, length, header, arguments. docs/replay.md has the table.</summary>
internal static class CapsuleFormat
{
    public const int Version = 1;

    private const int PrefixBytes = 16;
    private const int HeaderElements = 14;
    private const int MostHeaderBytes = 4 * 1024 * 1024;

    private static ReadOnlySpan<byte> Magic => "PUDCAPS\n"u8;

    /// <summary>What comes before the arguments, which are the rest of the file.</summary>
    public static ReadOnlyMemory<byte> WriteHeader(Capsule capsule)
    {
        var buffer = new PayloadBuffer();
        buffer.Write(Magic);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), Version);
        buffer.Advance(sizeof(int));
        buffer.GetSpan(sizeof(int));
        buffer.Advance(sizeof(int));

        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(HeaderElements);
        writer.Write(capsule.TaskId);
        writer.Write(capsule.TaskName);
        writer.Write(capsule.Contract);
        writer.Write(capsule.Schema);
        writer.Write(capsule.HeadId);
        writer.Write(capsule.HeadName);
        writer.Write(capsule.Index);
        writer.Write(capsule.Attempt);
        writer.Write(capsule.Outcome);
        writer.Write(capsule.ErrorType);
        writer.Write(capsule.ErrorMessage);
        writer.Write(capsule.WrittenAt.ToUnixTimeMilliseconds());
        writer.Write(capsule.Version);
        writer.Write(capsule.Platform);
        writer.Flush();
        BinaryPrimitives.WriteInt32LittleEndian(buffer.Patch(PrefixBytes - sizeof(int), sizeof(int)), buffer.Length - PrefixBytes);
        return buffer.Detach();
    }

    /// <exception cref="PuddleException">It is no capsule, one of another version, or one that was cut.</exception>
    public static Capsule Read(ReadOnlyMemory<byte> file)
    {
        if (file.Length < PrefixBytes || !file.Span.StartsWith(Magic))
        {
            throw new PuddleException("The file is not a capsule of Puddles.");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(file.Span[Magic.Length..]);
        if (version != Version)
        {
            throw new PuddleException($"The capsule is of version {version}, and this program reads version {Version}: replay it with a build of the version of Puddles that wrote it.");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(file.Span[(PrefixBytes - sizeof(int))..]);
        if (length < 0 || length > MostHeaderBytes || length > file.Length - PrefixBytes)
        {
            throw new PuddleException($"The capsule is damaged: its header takes {(uint)length:N0} bytes, and the file has fewer.");
        }

        ReadOnlyMemory<byte> arguments = file[(PrefixBytes + length)..];
        try
        {
            return ReadHeader(file.Slice(PrefixBytes, length), arguments);
        }
        catch (Exception error) when (error is MessagePackSerializationException or EndOfStreamException or OverflowException or ArgumentException)
        {
            throw new PuddleException($"The capsule is damaged: {error.Message}", error);
        }
    }

    private static Capsule ReadHeader(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> arguments)
    {
        var reader = new MessagePackReader(header);
        if (reader.ReadArrayHeader() != HeaderElements)
        {
            throw new PuddleException("The capsule is damaged: its header has another number of elements.");
        }

        var capsule = new Capsule
        {
            TaskId = reader.ReadUInt64(),
            TaskName = ReadText(ref reader),
            Contract = reader.ReadUInt64(),
            Schema = ReadText(ref reader),
            HeadId = reader.ReadUInt64(),
            HeadName = ReadText(ref reader),
            Index = reader.ReadInt32(),
            Attempt = reader.ReadInt32(),
            Outcome = ReadText(ref reader),
            ErrorType = ReadText(ref reader),
            ErrorMessage = ReadText(ref reader),
            WrittenAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.ReadInt64()),
            Version = ReadText(ref reader),
            Platform = ReadText(ref reader),
            Arguments = arguments,
        };
        if (!reader.End)
        {
            throw new PuddleException("The capsule is damaged: its header is longer than what it holds.");
        }

        // The arguments are one MessagePack value, so that a file that was cut is found out here and not in the task.
        var rest = new MessagePackReader(arguments);
        rest.Skip();
        return rest.End ? capsule : throw new PuddleException("The capsule is damaged: bytes are left over after the arguments.");
    }

    private static string ReadText(ref MessagePackReader reader) =>
        reader.ReadString() ?? throw new PuddleException("The capsule is damaged: a text of its header is missing.");
}
