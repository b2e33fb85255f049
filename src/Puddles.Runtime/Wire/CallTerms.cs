using MessagePack;
using Puddles.Processors;
using Puddles.Serialization;

namespace Puddles.Wire;

/// <summary>What a call asks of its worker beyond its task and arguments: a MessagePack map before the arguments, absent where it asks nothing.</summary>
internal sealed record CallTerms
{
    private const int CoresKey = 1;
    private const int TraceKey = 2;
    private const int OutputKey = 3;

    public static CallTerms None { get; } = new();

    /// <summary>The cores to run on.</summary>
    public CoreSet? Cores { get; init; }

    /// <summary>The trace that it is part of.</summary>
    public CallTrace? Trace { get; init; }

    /// <summary>Whether it wants what it writes to the console.</summary>
    public bool CapturesOutput { get; init; }

    /// <summary>The bytes; none where nothing is asked.</summary>
    public ReadOnlyMemory<byte> Encode()
    {
        int count = (Cores is null ? 0 : 1) + (Trace is null ? 0 : 1) + (CapturesOutput ? 1 : 0);
        if (count == 0)
        {
            return default;
        }

        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteMapHeader(count);
        if (Cores is not null)
        {
            writer.Write(CoresKey);
            WriteCores(ref writer, Cores);
        }

        if (Trace is not null)
        {
            writer.Write(TraceKey);
            writer.WriteArrayHeader(2);
            writer.Write(Trace.Parent);
            writer.Write(Trace.State);
        }

        if (CapturesOutput)
        {
            writer.Write(OutputKey);
            writer.Write(true);
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
                    TraceKey => terms with { Trace = ReadTrace(ref reader) },
                    OutputKey => terms with { CapturesOutput = reader.ReadBoolean() },
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

    private static void WriteCores(ref MessagePackWriter writer, CoreSet cores)
    {
        writer.WriteArrayHeader(cores.Cores.Count);
        foreach (int core in cores.Cores)
        {
            writer.Write(core);
        }
    }

    private static CallTrace ReadTrace(ref MessagePackReader reader) =>
        reader.ReadArrayHeader() == 2 && reader.ReadString() is { } parent
            ? new CallTrace(parent, reader.ReadString())
            : throw new WireException("the trace of a call has another number of elements.");

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
