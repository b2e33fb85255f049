namespace Samples;

/// <summary>Finds what to read.</summary>
internal static class TextFiles
{
    private static readonly string[] BuildOutput = ["bin", "obj"];

    /// <summary>The nearest folder, from the current one upward, that holds a Git repository; the current one where there is none.</summary>
    public static string Repository()
    {
        string current = Directory.GetCurrentDirectory();
        for (string? folder = current; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git")))
            {
                return folder;
            }
        }

        return current;
    }

    /// <summary>The files below a folder that hold anything, without hidden ones and what a build left.</summary>
    public static List<string> Under(string folder)
    {
        // Hidden means a name that begins with a dot, as .git does; links are not followed, so nothing is read twice.
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };

        // A named pipe has no length either: opening one would wait for its writer.
        return [.. new DirectoryInfo(folder).EnumerateFiles("*", options)
            .Where(file => file.Length > 0 && !IsBuildOutput(folder, file.FullName))
            .Select(file => file.FullName)
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsBuildOutput(string folder, string path) =>
        Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[..^1].Intersect(BuildOutput).Any();
}
