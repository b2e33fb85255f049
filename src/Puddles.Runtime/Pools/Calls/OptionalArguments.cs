using MessagePack;
using Puddles.Contracts;
using Puddles.Hosting;
using Puddles.Serialization;

namespace Puddles;

/// <summary>Leaves out of a call the arguments that a worker does not know.</summary>
internal static class OptionalArguments
{
    /// <summary>The first arguments, if all others are at their defaults.</summary>
    /// <param name="task">The task.</param>
    /// <param name="arguments">All arguments, encoded.</param>
    /// <param name="count">How many the worker knows.</param>
    /// <exception cref="PuddleException">One that it does not know has a value, which would be lost.</exception>
    public static ReadOnlyMemory<byte> Keep(TaskDefinition task, ReadOnlyMemory<byte> arguments, int count)
    {
        var reader = new MessagePackReader(arguments);
        int all = reader.ReadArrayHeader();
        if (all <= count)
        {
            return arguments;
        }

        int start = (int)reader.Consumed;
        for (int position = 0; position < count; position++)
        {
            Members.Skip(ref reader);
        }

        int end = (int)reader.Consumed;
        for (int position = count; position < all; position++)
        {
            int from = (int)reader.Consumed;
            Members.Skip(ref reader);
            if (!arguments.Span[from..(int)reader.Consumed].SequenceEqual(Default(task, position)))
            {
                throw new PuddleException(
                    $"Task '{task.Name}' is not the same in the worker: its parameter '{Schema.Parse(task.Schema).Parameters[position].Text}' is missing there, and this call gives it a value other than its default, which would be lost. Leave it out, or update the worker.");
            }
        }

        return WithHeader(count, arguments.Span[start..end]);
    }

    private static ReadOnlySpan<byte> Default(TaskDefinition task, int position)
    {
        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        task.WriteDefault(position, ref writer);
        writer.Flush();
        return buffer.Detach().Span;
    }

    private static ReadOnlyMemory<byte> WithHeader(int count, ReadOnlySpan<byte> values)
    {
        var buffer = new PayloadBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(count);
        writer.WriteRaw(values);
        writer.Flush();
        return buffer.Detach();
    }
}
