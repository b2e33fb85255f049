using MessagePack;
using Puddles.Processors;
using Puddles.Serialization;

namespace Puddles.Wire;

/// <summary>What a call asks of its worker beyond its task and arguments: a MessagePack map before the arguments, absent where it asks nothing.</summary>
internal sealed record CallTerms
{
    private const int CoresKey = 1;

    public static CallTerms None { get; } = new();

    /// <summary>The cores to run on.</summary>
    public CoreSet? Cores { get; init; }

    /// <summary>The bytes; none where nothing is asked.</summary>
    public ReadOnlyMemory<byte> Encode()
    {
        if (Cores is null)
        {
            return default;
        }

        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteMapHeader(1);
        writer.Write(CoresKey);
        writer.WriteArrayHeader(Cores.Cores.Count);
        foreach (int core in Cores.Cores)
        {
            writer.Write(core);
        }

        writer.Flush();
        return buffer.Detach();
    }

    /// <exception cref="WireException">They cannot be read.</exception>
    public static CallTerms Decode(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new MessagePackReader(bytes);
            var terms = new CallTerms();
            for (int left = reader.ReadMapHeader(); left > 0; left--)
            {
                terms = reader.ReadInt32() switch
                {
                    CoresKey => terms with { Cores = ReadCores(ref reader) },
                    int key => throw new WireException($"the terms of a call have an unknown key {key}."),
                };
            }

            return reader.End ? terms : throw new WireException("the terms of a call are longer than what they hold.");
        }
        catch (Exception error) when (error is MessagePackSerializationException or EndOfStreamException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new WireException($"the terms of a call cannot be read: {error.Message}");
        }
    }

    private static CoreSet ReadCores(ref MessagePackReader reader)
    {
        // An element takes a byte at least, so that the length is bound by the bytes that have come.
        int[] cores = new int[reader.ReadArrayHeader()];
        for (int i = 0; i < cores.Length; i++)
        {
            cores[i] = reader.ReadInt32();
        }

        return new CoreSet(cores);
    }
}
