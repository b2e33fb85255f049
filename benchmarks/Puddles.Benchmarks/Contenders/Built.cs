using Benchmarks.Measuring;

namespace Benchmarks.Contenders;

/// <summary>Puddles itself: this program as it runs, and the same published native.</summary>
internal static class Built
{
    public static Contender JustInTime()
    {
        string[] self = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ? [Environment.ProcessPath!, Environment.GetCommandLineArgs()[0]]
            : [Environment.ProcessPath!];
        return Of("Puddles, JIT", self, []);
    }

    public static async Task<Contender> NativeAsync()
    {
        string program = await PublishAsync("benchmarks/Puddles.Benchmarks", "Puddles.Benchmarks");
        string quickStart = await PublishAsync("samples/QuickStart", "QuickStart");
        return Of("Puddles, native", [program], new() { [Figures.ProgramBytes] = new FileInfo(quickStart).Length });
    }

    private static Contender Of(string name, string[] program, Dictionary<string, double> sizes) =>
        new(name, [.. program, PoolMeasurement.Argument], [.. program, FirstResult.Argument], sizes);

    private static async Task<string> PublishAsync(string project, string name)
    {
        Console.Error.WriteLine($"publishing {name} as native code");
        string output = Path.Combine(Repository.Artifacts, "native", name);
        await Command.RunAsync(
        [
            "dotnet", "publish", Path.Combine(Repository.Root, project), "-c", "Release", "--use-current-runtime", "-nodeReuse:false",
            "--artifacts-path", Path.Combine(Repository.Artifacts, "build"), "--output", output,
        ]);
        return Path.Combine(output, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
    }
}
