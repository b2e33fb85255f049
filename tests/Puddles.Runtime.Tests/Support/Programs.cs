namespace Puddles.Runtime.Tests.Support;

/// <summary>The worker programs that are built beside the tests, and pools of them.</summary>
internal static class Programs
{
    /// <summary>The worker program; another build of it, such as the native one, where PUDDLES_TEST_WORKER names one.</summary>
    public static string Worker { get; } = Environment.GetEnvironmentVariable("PUDDLES_TEST_WORKER") is { Length: > 0 } path
        ? Path.GetFullPath(path)
        : PathOf("Puddles.TestWorker");

    public static string Rogue { get; } = PathOf("Puddles.RogueWorker");

    /// <summary>A worker whose tasks are those of another build.</summary>
    public static string Other { get; } = PathOf(
        Path.Combine(AppContext.BaseDirectory.Replace("Puddles.Runtime.Tests", "Puddles.OtherWorker", StringComparison.Ordinal), "Puddles.OtherWorker"));

    public static ProcessPool Pool(int workers = 2, WorkerTransport transport = WorkerTransport.Auto) =>
        new(new ProcessPoolOptions { Workers = workers, WorkerCommand = [Worker], Transport = transport });

    public static ProcessPool RoguePool(params string[] arguments) => new(new ProcessPoolOptions
    {
        Workers = 2,
        WorkerCommand = [Rogue, .. arguments],
        StartTimeout = TimeSpan.FromSeconds(20),
    });

    private static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
