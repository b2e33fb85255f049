using System.Net.Sockets;

namespace Puddles.Wire.Transports;

/// <summary>Ends connections that may have ended already.</summary>
internal static class SocketEnding
{
    /// <summary>Shuts a socket down, in the directions given, if it is not.</summary>
    public static void TryShutdown(this Socket socket, SocketShutdown how)
    {
        try
        {
            socket.Shutdown(how);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The peer was first, or this is the second call.
        }
    }
}
