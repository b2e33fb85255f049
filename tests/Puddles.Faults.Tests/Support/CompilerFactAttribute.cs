namespace Puddles.Faults.Tests.Support;

/// <summary>A test that needs a C compiler: without one it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CompilerFactAttribute : FactAttribute
{
    public CompilerFactAttribute() => Skip = Compiler is null ? "There is no C compiler." : null;

    public static string? Compiler { get; } =
        new[] { "cc", "gcc", "clang" }.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
