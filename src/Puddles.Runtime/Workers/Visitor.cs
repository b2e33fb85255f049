using System.Net.Sockets;
using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>Somebody who connected to a worker's door and has not proved to be the worker yet.</summary>
internal sealed class Visitor(Socket socket)
{
    private readonly byte[] _presented = new byte[Secret.Bytes];
    private int _count;

    public Socket Socket => socket;

    /// <summary>Reads what is there, and no more than a secret's length.</summary>
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

        return _count < _presented.Length ? null : Secret.Matches(_presented, secret);
    }
}
