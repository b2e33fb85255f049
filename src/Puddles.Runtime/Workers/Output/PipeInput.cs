using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Puddles.Workers.Output;

/// <summary>Tells whether something is in a pipe, so that reading it does not wait.</summary>
internal static partial class PipeInput
{
    private const short Readable = 1;

    /// <summary>Whether there is input; not where the pipe is closed. Not for Windows.</summary>
    public static bool IsWaiting(SafePipeHandle pipe)
    {
        bool isHeld = false;
        try
        {
            pipe.DangerousAddRef(ref isHeld);
            var query = new Query { Descriptor = (int)pipe.DangerousGetHandle(), Events = Readable };
            return Poll(ref query, 1, 0) > 0 && (query.Answer & Readable) != 0;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            if (isHeld)
            {
                pipe.DangerousRelease();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref Query query, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Query
    {
        public int Descriptor;
        public short Events;
        public short Answer;
    }
}
