using System.Net.Sockets;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Wire.Transports;

/// <content>How a side waits for the other: awake, at a word of the memory, or at the socket.</content>
internal sealed partial class SharedMemoryTransport
{
    /// <summary>Waits for bytes awake, if that is worth it: not where the peer needs this very core.</summary>
    /// <returns>Whether there are any.</returns>
    private bool Spin()
    {
        if (IsHere(_reader.WriterCore))
        {
            return false;
        }

        bool hasCome = _isFlowing ? SpinGauge.SpinLong(_hasBytes) : _forBytes.Spin(_hasBytes);
        if (hasCome)
        {
            _sharing?.Part();
        }

        return hasCome;
    }

    /// <returns>False where the peer is gone.</returns>
    private bool Sleep()
    {
        if (Futex.IsSupported)
        {
            _reader.Doze(MillisecondsUntilSocket);
        }

        if (_reader.IsEmpty && !SleepAtSocket())
        {
            return false;
        }

        if (_sharing is not null && IsHere(_reader.WriterCore))
        {
            _sharing.Meet(Core.Current);
        }

        return true;
    }

    private bool SleepAtSocket()
    {
        Span<byte> bells = stackalloc byte[64];
        _reader.FallAsleep(ReaderState.AtSocket);
        try
        {
            return !_reader.IsEmpty || _socket.Receive(bells) > 0;
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            _reader.WakeUp();
        }
    }

    private static bool IsHere(int core) => core >= 0 && core == Core.Current;

    /// <summary>Waits for the peer to read.</summary>
    /// <param name="piece">What there must be room for.</param>
    /// <param name="left">What there is to write in all: who has to sleep sleeps until there is room for much of it.</param>
    private void WaitForRoom(int piece, int left)
    {
        _wanted = piece;
        while (!_writer.HasRoom(piece) && (IsHere(_writer.ReaderCore) || !SpinGauge.SpinLong(_hasRoom)))
        {
            ObjectDisposedException.ThrowIf(_sending.IsClosed, this);
            _writer.AwaitRoom(left, MillisecondsUntilLook);
            if (!_writer.HasRoom(piece))
            {
                // That nobody is there shows where the bell is to be rung.
                Bell.Ring(_socket);
            }
        }
    }
}
