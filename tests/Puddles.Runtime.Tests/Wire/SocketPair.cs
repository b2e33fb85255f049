using System.Net.Sockets;

namespace Puddles.Runtime.Tests.Wire;

/// <summary>Two connected Unix sockets.</summary>
internal static class SocketPair
{
    public static (Socket Left, Socket Right) Connect()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        try
        {
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen();
            var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            client.Connect(new UnixDomainSocketEndPoint(path));
            return (client, listener.Accept());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
