using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;
using Puddles.Wire.Transports.Sharing;

namespace Puddles.Runtime.Tests.Wire;

public sealed class SharedMemoryTransportTests() : TransportContractTests(Connect())
{
    private static (Transport Left, Transport Right) Connect()
    {
        (Socket left, Socket right) = SocketPair.Connect();
        SharedMemory made = SharedMemory.TryCreate(SharedMemoryTransport.MemoryBytes, Path.GetTempPath())!;
        SharedMemory opened = SharedMemory.TryOpen(made.Address, SharedMemoryTransport.MemoryBytes)!;
        opened.Forget();
        made.Forget();
        return (new SharedMemoryTransport(left, made, isHost: true), new SharedMemoryTransport(right, opened, isHost: false));
    }
}
