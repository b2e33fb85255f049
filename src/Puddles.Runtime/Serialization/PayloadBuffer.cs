using System.Buffers;

namespace Puddles.Serialization;

/// <summary>A growing, contiguous, reusable buffer with a limit. Not safe for use by two threads at once.</summary>
internal sealed class PayloadBuffer : IBufferWriter<byte>
{
    private const int InitialBytes = 256;
    private const int RetainedBytes = 256 * 1024;

    private byte[] _bytes = [];

    /// <summary>How many bytes it takes before it throws.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    /// <summary>What is written, to be changed in place.</summary>
    public Span<byte> Patch(int start, int count) => _bytes.AsSpan(0, Length).Slice(start, count);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        if (count > Limit - Length)
        {
            throw new PayloadTooLargeException($"More than the {Limit:N0} bytes that are allowed.");
        }

        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    /// <summary>Forgets what was written from a position on.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    /// <summary>Forgets all; an array that grew beyond the usual is left to whoever needs one next.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > RetainedBytes)
        {
            LargeArrays.Return(_bytes);
            _bytes = [];
        }
    }

    /// <summary>Hands out what was written, in an array of its own where that is small, and begins anew.</summary>
    public ReadOnlyMemory<byte> Detach()
    {
        if (Length > RetainedBytes)
        {
            ReadOnlyMemory<byte> whole = Written;
            _bytes = [];
            Length = 0;
            return whole;
        }

        byte[] copy = GC.AllocateUninitializedArray<byte>(Length);
        WrittenSpan.CopyTo(copy);
        Length = 0;
        return copy;
    }

    private void Reserve(int sizeHint)
    {
        int needed = Math.Max(sizeHint, 1);
        if (_bytes.Length - Length >= needed)
        {
            return;
        }

        // A size hint may ask for more than will be written, so only what is far over the limit is refused here.
        long wanted = (long)Length + needed;
        if (wanted > Math.Max((long)Limit * 2, RetainedBytes) || wanted > Array.MaxLength)
        {
            throw new PayloadTooLargeException($"More than the {Limit:N0} bytes that are allowed.");
        }

        long grown = Math.Max(Math.Max(InitialBytes, (long)_bytes.Length * 2), wanted);
        Grow((int)Math.Min(grown, Array.MaxLength));
    }

    private void Grow(int length)
    {
        byte[] grown = length > RetainedBytes ? LargeArrays.Take(length) : new byte[length];
        WrittenSpan.CopyTo(grown);
        LargeArrays.Return(_bytes);
        _bytes = grown;
    }
}
