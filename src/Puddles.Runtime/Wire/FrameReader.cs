using System.Buffers.Binary;
using Puddles.Serialization;

namespace Puddles.Wire;

/// <summary>Cuts the bytes of a transport into frames. A frame is a 32-bit length and as many bytes; it is handed out in place and stays valid until the next is asked for.</summary>
/// <param name="transport">Where they come from.</param>
/// <param name="maxFrameBytes">The most bytes of a frame.</param>
/// <param name="headOf">Where a large frame can be cut; null where all are handed out whole.</param>
internal sealed class FrameReader(Transport transport, int maxFrameBytes, HeadMeasure? headOf = null)
{
    /// <summary>The length before each frame.</summary>
    public const int PrefixBytes = 4;

    private const int BufferBytes = 64 * 1024;
    private const int Growth = 4;

    /// <summary>How many bytes of a frame there must be to tell where it can be cut.</summary>
    private const int LeastBegun = 1024;

    /// <summary>So much that the rest of the buffer is worth to receive to.</summary>
    private const int MostHead = BufferBytes / 2;

    /// <summary>How much memory a peer may ask for without having sent anything.</summary>
    private const int Unproven = 4 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private readonly FrameTail _tail = new(transport);
    private byte[]? _large;
    private int _start;
    private int _end;
    private int _headEnd;
    private int _largest;

    /// <summary>Whether the next frame is here already, so that <see cref="TryRead"/> will not wait.</summary>
    public bool HasFrame => _end - _start >= PrefixBytes && _end - _start - PrefixBytes >= PeekLength();

    /// <summary>The end of the frame that was handed out, which is received while it is read; null where the frame was handed out whole.</summary>
    public LateBlock? Tail { get; private set; }

    /// <summary>Waits for the next frame.</summary>
    /// <returns>False when the peer is gone; what was left of an unfinished frame is dropped.</returns>
    /// <exception cref="WireException">The frame is longer than allowed.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> frame)
    {
        GiveBackLarge();
        frame = default;
        if (!TryFinish())
        {
            return false;
        }

        while (_end - _start < PrefixBytes || _end - _start - PrefixBytes < CheckedLength())
        {
            if (_end - _start >= PrefixBytes && PeekLength() > BufferBytes - PrefixBytes)
            {
                return TryReadInParts(PeekLength(), out frame) || TryReadLarge(PeekLength(), out frame);
            }

            if (!Fill())
            {
                return false;
            }
        }

        int length = PeekLength();
        frame = _buffer.AsMemory(_start + PrefixBytes, length);
        _start += PrefixBytes + length;
        return true;
    }

    /// <summary>Receives what nobody has read of the frame that was handed out, and drops it; the rest of the frame stays.</summary>
    /// <returns>False when the peer is gone.</returns>
    public bool TryFinish()
    {
        bool isWhole = Tail is null || _tail.TrySkip(_buffer.AsSpan(_headEnd));
        Tail = null;
        return isWhole;
    }

    /// <summary>Reads the head of a frame that is larger than the buffer, and leaves its end for whoever reads that to where it stays.</summary>
    /// <returns>False where it is to be read whole.</returns>
    private bool TryReadInParts(int length, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        if (headOf is null || length > Math.Max(Unproven, (long)Growth * _largest))
        {
            return false;
        }

        while (_end - _start < PrefixBytes + LeastBegun)
        {
            if (!Fill())
            {
                return false;
            }
        }

        ReadOnlyMemory<byte> begun = _buffer.AsMemory(_start + PrefixBytes, Math.Min(length, _end - _start - PrefixBytes));
        int head = headOf(begun, length);
        if (head is 0 or > MostHead)
        {
            return false;
        }

        frame = begun[..head];
        _headEnd = _start + PrefixBytes + head;
        _tail.Begin(begun[head..], length - head);
        Tail = _tail;
        _largest = Math.Max(_largest, length);
        _start = _end = 0;
        return true;
    }

    /// <summary>Reads a frame that is larger than the buffer, and not a byte more, into an array that is there, or else into one that grows with the bytes that have come, never by a length that was merely announced.</summary>
    private bool TryReadLarge(int length, out ReadOnlyMemory<byte> frame)
    {
        int count = _end - _start - PrefixBytes;
        _large = LargeArrays.TryTake(length) ?? LargeArrays.Take(Math.Min(length, Growth * BufferBytes));
        _buffer.AsSpan(_start + PrefixBytes, count).CopyTo(_large);
        _start = _end = 0;
        while (count < length)
        {
            if (count == _large.Length)
            {
                byte[] grown = LargeArrays.Take((int)Math.Min(length, (long)Growth * count));
                _large.AsSpan(0, count).CopyTo(grown);
                GiveBackLarge();
                _large = grown;
            }

            int more = transport.Receive(_large.AsSpan(count, Math.Min(_large.Length, length) - count));
            if (more == 0)
            {
                frame = default;
                return false;
            }

            count += more;
        }

        _largest = Math.Max(_largest, length);
        frame = _large.AsMemory(0, length);
        return true;
    }

    private void GiveBackLarge()
    {
        if (_large is not null)
        {
            LargeArrays.Return(_large);
            _large = null;
        }
    }

    private int PeekLength() => BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_start));

    private int CheckedLength()
    {
        int length = PeekLength();
        return length >= 0 && length <= maxFrameBytes
            ? length
            : throw new WireException($"a frame of {(uint)length:N0} bytes is over the limit of {maxFrameBytes:N0}.");
    }

    private bool Fill()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        int count = transport.Receive(_buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }
}
