using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;

namespace Puddles.Runtime.Tests.Wire;

public sealed class SocketTransportTests() : TransportContractTests(Connect())
{
    private static (Transport Left, Transport Right) Connect()
    {
        (Socket left, Socket right) = SocketPair.Connect();
        return (new SocketTransport(left), new SocketTransport(right));
    }
}
