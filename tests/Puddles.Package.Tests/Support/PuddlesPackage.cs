namespace Puddles.Package.Tests.Support;

/// <summary>The package, made once for all tests from what is in the repository now, in a local feed.</summary>
public sealed class PuddlesPackage : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _machinePackages = "";

    /// <summary>No version that could be mistaken for one that was published.</summary>
    public const string Version = "0.0.0-test";

    public string Path => System.IO.Path.Combine(Feed, $"Puddles.{Version}.nupkg");

    public string SymbolsPath => System.IO.Path.Combine(Feed, $"Puddles.{Version}.snupkg");

    /// <summary>What the pack of the package wrote.</summary>
    public string PackOutput { get; private set; } = "";

    /// <summary>Keeps the test's package out of the machine's own packages.</summary>
    internal IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = System.IO.Path.Combine(_folder.Path, "packages"),
    };

    /// <summary>The folder of the local feed.</summary>
    internal string Feed => System.IO.Path.Combine(_folder.Path, "feed");

    /// <summary>The local feed in addition to the sources of this machine; and its packages, so that none is fetched twice.</summary>
    internal string NuGetConfig => $"""
        <configuration>
          <packageSources><add key="puddles-under-test" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><add key="machine" value="{_machinePackages}" /></fallbackPackageFolders>
        </configuration>
        """;

    public async Task InitializeAsync()
    {
        string locals = await Command.DotnetAsync(_folder.Path, null, "nuget", "locals", "global-packages", "--list");
        _machinePackages = locals[(locals.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        PackOutput = await Command.DotnetAsync(
            Repository.Root,
            null,
            "pack",
            Repository.Project("src/Puddles.Runtime"),
            $"-p:Version={Version}",
            "--artifacts-path",
            System.IO.Path.Combine(_folder.Path, "build"),
            "--output",
            Feed);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
