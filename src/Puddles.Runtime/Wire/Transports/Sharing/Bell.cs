using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>Wakes who sleeps at the other end of a socket. Where so many bells are unheard that there is no room for one more, it is being woken already.</summary>
internal static partial class Bell
{
    private const int DoNotWait = 0x40;
    private const int NoSignal = 0x4000;
    private const int WouldWait = 11;

    /// <exception cref="SocketException">Nobody is there.</exception>
    /// <exception cref="ObjectDisposedException">The socket is disposed.</exception>
    public static void Ring(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            if (socket.Poll(0, SelectMode.SelectWrite))
            {
                socket.Send([1]);
            }
        }
        else if (Send(socket.SafeHandle, 1, 1, DoNotWait | NoSignal) < 0 && Marshal.GetLastPInvokeError() != WouldWait)
        {
            throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(SafeSocketHandle socket, in byte tone, nint length, int flags);
}
