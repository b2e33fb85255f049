using System.Globalization;
using System.Text;
using IOPath = System.IO.Path;

namespace Puddles.Workers;

/// <summary>A folder that only this user can enter, gone again when it is disposed.</summary>
internal sealed class PrivateDirectory : IDisposable
{
    // A socket's path may take 108 bytes on Linux and 104 on macOS, the ending zero included.
    private const int LongestSocketPath = 103;
    private const string SocketName = "s";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private PrivateDirectory(string path) => Path = path;

    /// <summary>Where such folders are made: in the first of these that takes one.</summary>
    public static IReadOnlyList<string> Places { get; } =
        OperatingSystem.IsWindows() ? [IOPath.GetTempPath()]
        : OperatingSystem.IsLinux() ? [.. new[] { IOPath.GetTempPath(), "/tmp/", "/dev/shm/" }.Distinct()]
        : [.. new[] { IOPath.GetTempPath(), "/tmp/" }.Distinct()];

    public string Path { get; }

    /// <summary>Where a socket in it can be bound.</summary>
    public string SocketPath => IOPath.Combine(Path, SocketName);

    /// <summary>Makes one.</summary>
    /// <param name="places">Where it may be.</param>
    /// <exception cref="IOException">It can be made nowhere.</exception>
    public static PrivateDirectory Create(IReadOnlyList<string> places)
    {
        string name = StaleFolders.OwnPrefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        var obstacles = new StringBuilder();
        foreach (string place in places)
        {
            string path = IOPath.Combine(place, name);
            if (!OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(path) + 1 + SocketName.Length > LongestSocketPath)
            {
                obstacles.Append(CultureInfo.InvariantCulture, $" The path '{place}' is too long for a socket.");
            }
            else if (!Directory.Exists(place))
            {
                obstacles.Append(CultureInfo.InvariantCulture, $" There is no folder '{place}'.");
            }
            else if (TryMake(path, obstacles))
            {
                return new PrivateDirectory(path);
            }
        }

        throw new IOException($"There is no place for the workers' socket; set TMPDIR to a folder that can be written.{obstacles}");
    }

    public void Dispose() => Remove(Path);

    /// <summary>Takes such a folder away, if it is still there.</summary>
    public static void Remove(string path)
    {
        try
        {
            File.Delete(IOPath.Combine(path, SocketName));
            Directory.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else cleaned up, or took the right to: either way there is nothing to do here.
        }
    }

    private static bool TryMake(string path, StringBuilder obstacles)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnerOnly);
            }

            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            obstacles.Append(CultureInfo.InvariantCulture, $" {error.Message}");
            return false;
        }
    }
}
