using System.Globalization;

namespace Puddles.Hosting;

/// <summary>What the runtime itself puts into the temporary folder for debuggers, and cannot take away where its process is killed.</summary>
internal static class RuntimeFiles
{
    /// <summary>Takes away what a process left that is gone.</summary>
    /// <param name="processId">The process.</param>
    /// <param name="folder">Its temporary folder; null for this process's own.</param>
    public static void Remove(int processId, string? folder = null)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string id = processId.ToString(CultureInfo.InvariantCulture);
        foreach (string pattern in (ReadOnlySpan<string>)[$"dotnet-diagnostic-{id}-*-socket", $"clr-debug-pipe-{id}-*"])
        {
            try
            {
                foreach (string path in Directory.EnumerateFiles(folder ?? Path.GetTempPath(), pattern))
                {
                    File.Delete(path);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is the runtime's litter: whoever can will clean it up.
            }
        }
    }
}
