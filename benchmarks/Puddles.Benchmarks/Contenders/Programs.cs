using Benchmarks.Running;

namespace Benchmarks.Contenders;

/// <summary>Makes the contenders' programs; what is made is kept in the artifacts.</summary>
/// <param name="keep">Whether to take what was made before as it is.</param>
internal sealed class Programs(bool keep)
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(15);

    private readonly HashSet<string> _seen = [];

    private static string Peers { get; } = Path.Combine(Repository.Root, "benchmarks", "peers");

    public static string[] Python(string file) => [FirstThatExists("/usr/bin/python3") ?? "python3", Path.Combine(Peers, "python", file)];

    public static string[] Node(string file) => Directory.Exists(Path.Combine(Peers, "node", "node_modules"))
        ? ["node", Path.Combine(Peers, "node", file)]
        : throw new NotInstalledException("benchmarks/install-peers has not been run");

    public Task<string[]> NativeAsync(string project) => PublishAsync(project, "native", "-p:PublishAot=true");

    public Task<string[]> JustInTimeAsync(string project) => PublishAsync(project, "jit", "--no-self-contained");

    public async Task<string[]> CAsync(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new NotInstalledException("the C floors are written for Unix");
        }

        string folder = Path.Combine(Repository.Artifacts, "floor");
        string program = Path.Combine(folder, file);
        if (MustMake(program))
        {
            Directory.CreateDirectory(folder);
            await PeerProcess.RunAsync(["gcc", "-O2", "-o", program, Path.Combine(Peers, "floor", $"{file}.c")], BuildLimit);
        }

        return [program];
    }

    private async Task<string[]> PublishAsync(string project, string form, string how)
    {
        string output = Path.Combine(Repository.Artifacts, form, project);
        string program = Path.Combine(output, OperatingSystem.IsWindows() ? $"{project}.exe" : project);
        if (MustMake(program))
        {
            Console.Error.WriteLine($"building {project}, {form}");
            await PeerProcess.RunAsync(
                [
                    "dotnet", "publish", Path.Combine(Peers, "dotnet", project), "-c", "Release", "--use-current-runtime",
                    "-v", "q", "-nodeReuse:false", "--artifacts-path", Path.Combine(Repository.Artifacts, "build", form), "--output", output,
                    how,
                ],
                BuildLimit);
        }

        return [program];
    }

    /// <summary>Once in a run is enough: several contenders may share a program.</summary>
    private bool MustMake(string program) => _seen.Add(program) && !(keep && File.Exists(program));

    private static string? FirstThatExists(params string[] paths) => paths.FirstOrDefault(File.Exists);
}
