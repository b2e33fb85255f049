using MessagePack;
using Puddles.Serialization;

namespace Puddles;

/// <summary>Both ends of a call at the caller: its arguments into bytes, its result out of them.</summary>
internal static class CallCodec
{
    [ThreadStatic]
    private static PayloadBuffer? _scratch;

    /// <exception cref="PuddleSerializationException">They cannot be written, or take more than <paramref name="limit"/> bytes.</exception>
    public static ReadOnlyMemory<byte> EncodeArguments(PuddleUnit unit, int limit)
    {
        // Taken out while in use: a property getter of an argument may itself submit a call.
        PayloadBuffer buffer = Interlocked.Exchange(ref _scratch, null) ?? new PayloadBuffer();
        buffer.Limit = limit;
        try
        {
            var writer = new MessagePackWriter(buffer);
            unit.WriteArguments(ref writer);
            writer.Flush();
            return buffer.Length <= ArgumentSlab.MostBytes ? ArgumentSlab.Keep(buffer.WrittenSpan) : buffer.Detach();
        }
        catch (PayloadTooLargeException)
        {
            throw PayloadTooLargeException.For("arguments", unit.TaskName, limit);
        }
        catch (Exception error)
        {
            throw new PuddleSerializationException($"The arguments of task '{unit.TaskName}' could not be written: {error.Message}", error);
        }
        finally
        {
            buffer.Clear();
            _scratch = buffer;
        }
    }

    public static PuddleOutcome<T> DecodeOutcome<T>(PuddleUnit unit, int index, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return PuddleOutcome<T>.Success(index, DecodeResult<T>(unit, payload));
        }
        catch (PuddleSerializationException error)
        {
            return PuddleOutcome<T>.Failure(index, error);
        }
    }

    /// <exception cref="PuddleSerializationException">It cannot be read.</exception>
    public static T DecodeResult<T>(PuddleUnit unit, ReadOnlyMemory<byte> payload)
    {
        if (unit is not PuddleUnit<T> typed)
        {
            return default!;
        }

        try
        {
            var reader = new MessagePackReader(payload);
            T value = typed.ReadResult(ref reader);
            return reader.End
                ? value
                : throw new PuddleSerializationException("bytes are left over after it.");
        }
        catch (Exception error)
        {
            string at = ReadPath.Take(error) is { } path ? $" at '{path}'" : "";
            throw new PuddleSerializationException($"The result of task '{unit.TaskName}' could not be read{at}: {error.Message}", error);
        }
    }
}
