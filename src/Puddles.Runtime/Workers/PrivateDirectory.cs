using System.Globalization;

namespace Puddles.Workers;

/// <summary>A folder that only this user can enter, gone again when it is disposed.</summary>
internal sealed class PrivateDirectory : IDisposable
{
    // A socket's path may take 108 bytes on Linux and 104 on macOS, the ending zero included.
    private const int LongestSocketPath = 103;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private PrivateDirectory(string path) => Path = path;

    public string Path { get; }

    /// <summary>Where a socket in it can be bound.</summary>
    public string SocketPath => System.IO.Path.Combine(Path, "s");

    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static PrivateDirectory Create()
    {
        string name = $"puddles-{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-{Guid.NewGuid():N}";
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), name);
        if (System.Text.Encoding.UTF8.GetByteCount(path) + 2 > LongestSocketPath && !OperatingSystem.IsWindows())
        {
            path = System.IO.Path.Combine("/tmp", name);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }

        return new PrivateDirectory(path);
    }

    public void Dispose()
    {
        try
        {
            File.Delete(SocketPath);
            Directory.Delete(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else cleaned up, or took the right to: either way there is nothing to do here.
        }
    }
}
