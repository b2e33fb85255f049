using System.Buffers;
using MessagePack;
using Puddles.Hosting;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Takes a unit the whole way that a call takes, without a pool: encode, look up, invoke, decode.</summary>
internal static class Call
{
    public static async Task<T> Through<T>(PuddleUnit<T> unit, CancellationToken cancellationToken = default)
    {
        byte[] result = await Invoke(unit.Task.Id, Encode(unit), cancellationToken);
        var reader = new MessagePackReader(result);
        T value = unit.ReadResult(ref reader);
        Check.That(reader.End, "Bytes are left over after the result.");
        return value;
    }

    public static async Task Through(PuddleUnit unit)
    {
        byte[] result = await Invoke(unit.Task.Id, Encode(unit));
        Check.That(result.AsSpan().SequenceEqual([MessagePackCode.Nil]), "A task without a result gave one.");
    }

    public static byte[] Encode(PuddleUnit unit)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        unit.WriteArguments(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    public static async Task<byte[]> Invoke(ulong id, byte[] arguments, CancellationToken cancellationToken = default)
    {
        TaskDefinition definition = TaskRegistry.Find(id) ?? throw new InvalidOperationException("The table has no such task.");
        var output = new ArrayBufferWriter<byte>();
        var context = new PuddleContext { Index = 7, CancellationToken = cancellationToken };
        await definition.InvokeAsync(new TaskInvocation(definition, context, arguments, output));
        return output.WrittenSpan.ToArray();
    }
}
