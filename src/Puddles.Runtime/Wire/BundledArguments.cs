using System.Buffers.Binary;

namespace Puddles.Wire;

/// <summary>The arguments of the calls in one frame, each after its length, one after the other.</summary>
internal ref struct BundledArguments
{
    /// <summary>The length before the arguments of each.</summary>
    public const int LengthBytes = 4;

    private ReadOnlyMemory<byte> _rest;
    private int _left;

    /// <param name="count">How many calls there are.</param>
    /// <param name="bytes">Their arguments.</param>
    public BundledArguments(int count, ReadOnlyMemory<byte> bytes)
    {
        _rest = bytes;
        _left = count;
    }

    public ReadOnlyMemory<byte> Current { get; private set; }

    public readonly BundledArguments GetEnumerator() => this;

    /// <exception cref="WireException">The frame is too short, or too long, for its calls.</exception>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return _rest.IsEmpty ? false : throw new WireException("a frame of calls is longer than what it holds.");
        }

        int length = _rest.Length < LengthBytes ? -1 : BinaryPrimitives.ReadInt32LittleEndian(_rest.Span);
        if (length < 0 || length > _rest.Length - LengthBytes)
        {
            throw new WireException("a frame of calls is shorter than what it says to hold.");
        }

        Current = _rest.Slice(LengthBytes, length);
        _rest = _rest[(LengthBytes + length)..];
        _left--;
        return true;
    }
}
