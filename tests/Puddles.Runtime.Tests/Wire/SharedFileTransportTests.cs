using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Runtime.Tests.Wire;

/// <summary>The same rings in a file, as systems without anonymous files have them.</summary>
public sealed class SharedFileTransportTests() : TransportContractTests(Connect())
{
    private static (Transport Left, Transport Right) Connect()
    {
        (Socket left, Socket right) = SocketPair.Connect();
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        SharedMemory made = SharedMemory.CreateInFile(SharedMemoryTransport.MemoryBytes, path);
        SharedMemory opened = SharedMemory.TryOpen(path, SharedMemoryTransport.MemoryBytes)!;
        File.Delete(path);
        return (new SharedMemoryTransport(left, made, isHost: true), new SharedMemoryTransport(right, opened, isHost: false));
    }
}
