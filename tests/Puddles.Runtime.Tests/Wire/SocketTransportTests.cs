using System.Net.Sockets;
using Puddles.Wire;
using Puddles.Wire.Transports;

namespace Puddles.Runtime.Tests.Wire;

public sealed class SocketTransportTests() : TransportContractTests(Connect())
{
    private static (Transport Left, Transport Right) Connect()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        try
        {
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen();
            var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            client.Connect(new UnixDomainSocketEndPoint(path));
            return (new SocketTransport(client), new SocketTransport(listener.Accept()));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
