using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;

namespace Puddles.Workers;

/// <summary>Where one worker connects: a socket in a private folder. Whoever does not prove itself is turned away, and keeps nobody waiting meanwhile.</summary>
internal sealed class WorkerDoor : IDisposable
{
    private const int MostVisitors = 64;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly PrivateDirectory _directory = PrivateDirectory.Create();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly List<Visitor> _visitors = [];

    public WorkerDoor()
    {
        try
        {
            _listener.Bind(new UnixDomainSocketEndPoint(_directory.SocketPath));
            _listener.Listen(MostVisitors);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string SocketPath => _directory.SocketPath;

    /// <summary>What the worker proves itself with.</summary>
    public byte[] WorkerSecret { get; } = Secret.Create();

    /// <summary>What the host proves itself with.</summary>
    public byte[] HostSecret { get; } = Secret.Create();

    /// <summary>Waits for the worker.</summary>
    /// <param name="isHopeless">Asked now and then; true ends the wait.</param>
    /// <returns>The connection, or null where there was no hope.</returns>
    public Transport? Accept(Func<bool> isHopeless)
    {
        while (!isHopeless())
        {
            List<Socket> readable = [_listener, .. _visitors.Select(visitor => visitor.Socket)];
            Socket.Select(readable, null, null, Glance);
            foreach (Socket socket in readable)
            {
                if (socket == _listener)
                {
                    Admit();
                }
                else if (Hear(_visitors.First(visitor => visitor.Socket == socket)) is { } worker)
                {
                    return worker;
                }
            }
        }

        return null;
    }

    public void Dispose()
    {
        _visitors.ForEach(visitor => visitor.Socket.Dispose());
        _visitors.Clear();
        _listener.Dispose();
        _directory.Dispose();
    }

    private void Admit()
    {
        _visitors.Add(new Visitor(_listener.Accept()));
        if (_visitors.Count > MostVisitors)
        {
            TurnAway(_visitors[0]);
        }
    }

    private SocketTransport? Hear(Visitor visitor)
    {
        switch (visitor.Hear(WorkerSecret))
        {
            case true:
                _visitors.Remove(visitor);
                var transport = new SocketTransport(visitor.Socket);
                transport.Send(HostSecret);
                return transport;
            case false:
                TurnAway(visitor);
                return null;
            default:
                return null;
        }
    }

    private void TurnAway(Visitor visitor)
    {
        _visitors.Remove(visitor);
        visitor.Socket.Dispose();
    }
}
