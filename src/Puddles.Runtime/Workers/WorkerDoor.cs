using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Workers;

/// <summary>Where one worker connects: a socket in a private folder. Whoever does not prove itself is turned away, and keeps nobody waiting meanwhile.</summary>
internal sealed class WorkerDoor : IDisposable
{
    private const int MostVisitors = 64;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly List<Visitor> _visitors = [];
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly PrivateDirectory _directory;

    private SharedMemory? _memory;

    /// <exception cref="IOException">There is no place for it.</exception>
    public WorkerDoor(WorkerTransport wanted)
    {
        try
        {
            _directory = PrivateDirectory.Create(PrivateDirectory.Places);
            if (wanted != WorkerTransport.Socket)
            {
                _memory = SharedMemory.TryCreate(SharedMemoryTransport.MemoryBytes, _directory.Path);
            }

            if (wanted == WorkerTransport.SharedMemory && _memory is null)
            {
                throw new WorkerStartException($"A worker could not start: {SharedMemoryTransport.MemoryBytes:N0} bytes of memory to share with it cannot be had, and the pool's Transport is SharedMemory. With Auto it would use a socket.");
            }

            _listener.Bind(new UnixDomainSocketEndPoint(_directory.SocketPath));
            _listener.Listen(MostVisitors);
        }
        catch (SocketException error)
        {
            Dispose();
            throw new IOException($"No socket could be made at '{SocketPath}': {error.Message}", error);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string SocketPath => _directory.SocketPath;

    /// <summary>Where the worker finds the memory that it shares with the host; null where there is none.</summary>
    public string? MemoryAddress => _memory?.Address;

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
            if (_visitors.FindAll(visitor => readable.Contains(visitor.Socket)).Select(Hear).FirstOrDefault(worker => worker is not null) is { } worker)
            {
                return worker;
            }

            if (readable.Contains(_listener))
            {
                Admit();
            }
        }

        return null;
    }

    public void Dispose()
    {
        _visitors.ForEach(visitor => visitor.Socket.Dispose());
        _visitors.Clear();
        _listener.Dispose();
        _memory?.Dispose();
        _directory?.Dispose();
    }

    private void Admit()
    {
        _visitors.Add(new Visitor(_listener.Accept()));
        if (_visitors.Count > MostVisitors)
        {
            TurnAway(_visitors[0]);
        }
    }

    private Transport? Hear(Visitor visitor)
    {
        switch (visitor.Hear(WorkerSecret))
        {
            case true:
                _visitors.Remove(visitor);
                return Welcome(visitor);
            case false:
                TurnAway(visitor);
                return null;
            default:
                return null;
        }
    }

    private Transport Welcome(Visitor worker)
    {
        // So little always fits; a worker that is gone by now is found to be gone by whoever reads from it.
        _ = worker.Socket.Send(HostSecret, SocketFlags.None, out _);
        if (!worker.HasMapped || _memory is null)
        {
            return new SocketTransport(worker.Socket);
        }

        SharedMemory memory = _memory;
        _memory = null;
        memory.Forget();
        return new SharedMemoryTransport(worker.Socket, memory, isHost: true);
    }

    private void TurnAway(Visitor visitor)
    {
        _visitors.Remove(visitor);
        visitor.Socket.Dispose();
    }
}
