namespace Puddles.Package.Tests.Support;

/// <summary>The repository that these tests are built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Project(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Puddles.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"No Puddles.sln above {AppContext.BaseDirectory}.");
    }
}
