using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Puddles.Wire.Transports.Sharing;

/// <summary>A file of Linux that is memory and has no name: there is nothing to clean up after a process that was killed.</summary>
internal static partial class AnonymousFile
{
    private const uint CloseOnExec = 1;
    private const uint AllowSealing = 2;
    private const int AddSeals = 1033;
    private const int SealSealing = 1;
    private const int SealShrinking = 2;
    private const int SealGrowing = 4;

    /// <summary>Makes one. All its memory is reserved at once, and its size is sealed, so that no access to it can ever fail.</summary>
    /// <returns>Null where the system has no such files or no memory for it.</returns>
    public static SafeFileHandle? TryCreate(int bytes)
    {
        int descriptor;
        try
        {
            descriptor = CreateInMemory("puddles", CloseOnExec | AllowSealing);
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        if (descriptor < 0)
        {
            return null;
        }

        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Reserve(descriptor, 0, bytes) == 0 && Control(descriptor, AddSeals, SealShrinking | SealGrowing | SealSealing) == 0)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <summary>How another process of this user opens it.</summary>
    public static string Address(SafeFileHandle file) =>
        string.Create(CultureInfo.InvariantCulture, $"/proc/{Environment.ProcessId}/fd/{file.DangerousGetHandle()}");

    [LibraryImport("libc", EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int CreateInMemory(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    private static partial int Reserve(int descriptor, nint offset, nint length);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, int argument);
}
