using System.Buffers.Binary;

namespace Puddles.Wire;

/// <summary>Cuts the bytes of a transport into frames. A frame is a 32-bit length and as many bytes; it is handed out in place and stays valid until the next is asked for.</summary>
internal sealed class FrameReader(Transport transport, int maxFrameBytes)
{
    /// <summary>The length before each frame.</summary>
    public const int PrefixBytes = 4;

    private const int InitialBytes = 64 * 1024;
    private const int RetainedBytes = 4 * 1024 * 1024;

    private byte[] _buffer = new byte[InitialBytes];
    private int _start;
    private int _end;

    /// <summary>Whether the next frame is here already, so that <see cref="TryRead"/> will not wait.</summary>
    public bool HasFrame => _end - _start >= PrefixBytes && _end - _start - PrefixBytes >= PeekLength();

    /// <summary>Waits for the next frame.</summary>
    /// <returns>False when the peer is gone; what was left of an unfinished frame is dropped.</returns>
    /// <exception cref="WireException">The frame is longer than allowed.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> frame)
    {
        while (_end - _start < PrefixBytes || _end - _start - PrefixBytes < CheckedLength())
        {
            if (!Fill())
            {
                frame = default;
                return false;
            }
        }

        int length = PeekLength();
        frame = _buffer.AsMemory(_start + PrefixBytes, length);
        _start += PrefixBytes + length;
        return true;
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
        MakeRoom();
        int count = transport.Receive(_buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }

    /// <summary>Grows with the bytes that have come, never by a length that was merely announced.</summary>
    private void MakeRoom()
    {
        int held = _end - _start;
        if (held == 0)
        {
            _start = _end = 0;
            if (_buffer.Length > RetainedBytes)
            {
                _buffer = new byte[InitialBytes];
            }
        }
        else if (_end == _buffer.Length)
        {
            byte[] target = held > _buffer.Length / 2
                ? new byte[(int)Math.Min(_buffer.Length * 2L, Array.MaxLength)]
                : _buffer;
            _buffer.AsSpan(_start, held).CopyTo(target);
            _buffer = target;
            _start = 0;
            _end = held;
        }
    }
}
