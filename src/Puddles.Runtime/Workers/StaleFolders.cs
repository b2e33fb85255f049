using System.Globalization;

namespace Puddles.Workers;

/// <summary>
/// Takes away the folders of programs that were killed between making one and greeting their worker: after that, the
/// worker does it. A folder's name tells whose it is: process id and, since containers can share a temporary folder,
/// the namespace in which that id means anything.
/// </summary>
internal static class StaleFolders
{
    private const string Mark = "puddles";

    private static readonly string Namespace = OfNamespace();
    private static int _swept;

    /// <summary>How the names of this process's own folders begin.</summary>
    public static string OwnPrefix { get; } = string.Create(CultureInfo.InvariantCulture, $"{Mark}-{Environment.ProcessId}-{Namespace}-");

    /// <summary>Sees to it that they are gone, once for this process, on another thread.</summary>
    public static void SweepOnce()
    {
        if (Interlocked.Exchange(ref _swept, 1) == 0 && OperatingSystem.IsLinux())
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Sweep(PrivateDirectory.Places), null);
        }
    }

    /// <summary>Looks through folders for those of processes that are gone.</summary>
    public static void Sweep(IEnumerable<string> places)
    {
        foreach (string place in places)
        {
            try
            {
                foreach (string path in Directory.EnumerateDirectories(place, Mark + "-*"))
                {
                    if (IsStale(path))
                    {
                        PrivateDirectory.Remove(path);
                    }
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // What cannot be looked at cannot have been written either.
            }
        }
    }

    private static bool IsStale(string path) =>
        Path.GetFileName(path).Split('-') is [_, var process, var space, _]
        && space == Namespace
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && !Directory.Exists($"/proc/{process}")
        && !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);

    /// <summary>The number of the namespace of process ids, as in "pid:[4026531836]".</summary>
    private static string OfNamespace()
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ResolveLinkTarget("/proc/self/ns/pid", returnFinalTarget: false)?.Name is { } name
                ? string.Concat(name.Where(char.IsAsciiDigit))
                : "0";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "0";
        }
    }
}
