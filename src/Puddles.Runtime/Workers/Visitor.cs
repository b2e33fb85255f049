using System.Net.Sockets;
using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>Somebody who connected to a worker's door and has not proved to be the worker yet.</summary>
internal sealed class Visitor(Socket socket)
{
    private readonly byte[] _presented = new byte[Secret.Bytes + 1];
    private int _count;

    public Socket Socket => socket;

    /// <summary>Whether it has mapped the shared memory, if it is the worker.</summary>
    public bool HasMapped => _presented[Secret.Bytes] == 1;

    /// <summary>Reads what is there, and no more than a worker says at first.</summary>
    /// <returns>Whether it is the worker; null while it has not said enough.</returns>
    public bool? Hear(ReadOnlySpan<byte> secret)
    {
        int more;
        try
        {
            more = socket.Receive(_presented.AsSpan(_count));
        }
        catch (SocketException)
        {
            return false;
        }

        _count += more;
        if (more == 0)
        {
            return false;
        }

        if (_count < Secret.Bytes)
        {
            return null;
        }

        return !Secret.Matches(_presented.AsSpan(0, Secret.Bytes), secret) ? false : _count == _presented.Length ? true : null;
    }
}
