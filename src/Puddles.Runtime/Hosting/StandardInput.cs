using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Puddles.Hosting;

/// <summary>Takes a worker's standard input, which is the pool's control channel, and leaves tasks an empty one.</summary>
internal static partial class StandardInput
{
    private const int ReadOnly = 0;

    // What a task starts is not to have the channel. Elsewhere the function is variadic in a way that cannot be called from here.
    private const int DuplicateCloseOnExec = 1030;

    /// <summary>Takes it. Call it once, before anything reads standard input.</summary>
    public static Stream Take()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardInput();
        }

        int channel = OperatingSystem.IsLinux() ? Control(0, DuplicateCloseOnExec, 0) : Duplicate(0);
        int empty = Open("/dev/null", ReadOnly);
        if (channel < 0 || empty < 0 || DuplicateTo(empty, 0) < 0)
        {
            throw new IOException($"Standard input could not be taken (error {Marshal.GetLastPInvokeError()}).");
        }

        _ = Close(empty);
        return new FileStream(new SafeFileHandle(channel, ownsHandle: true), FileAccess.Read, bufferSize: 0);
    }

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int DuplicateTo(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
