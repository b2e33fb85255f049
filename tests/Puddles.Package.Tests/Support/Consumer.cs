using System.Runtime.InteropServices;

namespace Puddles.Package.Tests.Support;

/// <summary>A user's folder: projects that know of Puddles only by its package.</summary>
internal sealed class Consumer : IDisposable
{
    /// <summary>Runs a task, and says whether that was in another process.</summary>
    public const string Program = """
        using Puddles;

        Puddle.Init();

        Answer answer = await Jobs.RunSquare(7);
        Console.WriteLine($"{answer.Value} from {(answer.ProcessId == Environment.ProcessId ? "this" : "another")} process");
        """;

    /// <summary>The task that <see cref="Program"/> runs.</summary>
    public const string Jobs = """
        using Puddles;

        public sealed record Answer(int Value, int ProcessId);

        public static class Jobs
        {
            [PuddleTask]
            public static Answer Square(int x) => new(x * x, Environment.ProcessId);
        }
        """;

    public const string Expected = "49 from another process";

    public static readonly string Rid = RuntimeInformation.RuntimeIdentifier;

    private readonly TemporaryFolder _folder = new();
    private readonly PuddlesPackage _package;

    public Consumer(PuddlesPackage package)
    {
        _package = package;
        _folder.Write("nuget.config", package.NuGetConfig);
        _folder.Write("Directory.Build.props", "<Project />");
        _folder.Write("Directory.Build.targets", "<Project />");
        _folder.Write("Directory.Packages.props", "<Project />");
    }

    /// <summary>What a project needs to use the package. StringTools: not every registry has the version that MessagePack names.</summary>
    public static string References { get; } = $"""
        <PackageReference Include="Puddles" Version="{PuddlesPackage.Version}" />
        <PackageReference Include="Microsoft.NET.StringTools" Version="17.7.2" />
        """;

    /// <summary>Adds a project in a folder of its own name.</summary>
    public void AddProject(string name, string items, string properties, params (string Name, string Text)[] files)
    {
        _folder.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>
            """);
        foreach ((string file, string text) in files)
        {
            _folder.Write($"{name}/{file}", text);
        }
    }

    /// <summary>Writes a file, by its path from the folder.</summary>
    public void Write(string file, string text) => _folder.Write(file, text);

    /// <summary>Reads a file, by its path from the folder.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(_folder.Path, file));

    public Task<string> DotnetAsync(string project, params string[] arguments) =>
        Command.DotnetAsync(Folder(project), _package.Environment, arguments);

    /// <summary>Publishes native code and returns what that wrote; <see cref="RunPublishedAsync"/> runs it.</summary>
    public Task<string> PublishNativeAsync(string project) =>
        DotnetAsync(project, "publish", "-r", Rid, "-p:PublishAot=true", "--output", Path.Combine(Folder(project), "native"));

    public Task<string> RunPublishedAsync(string project) =>
        Command.RunAsync(Path.Combine(Folder(project), "native", Executable(project)), Folder(project), null);

    public void Dispose() => _folder.Dispose();

    public static string Executable(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;

    private string Folder(string project) => Path.Combine(_folder.Path, project);
}
