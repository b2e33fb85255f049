using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Benchmarks;

/// <summary>What the benchmarks of pieces have in common: all in this process, a few short runs each, and one table.</summary>
internal static class ShortRuns
{
    public static Job Usual => Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithIterationTime(TimeInterval.FromMilliseconds(150))
        .WithWarmupCount(6)
        .WithIterationCount(7);

    public static ManualConfig Of(Job job) => ManualConfig.CreateEmpty()
        .AddJob(job)
        .AddColumn(TargetMethodColumn.Type, TargetMethodColumn.Method, StatisticColumn.Median)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
}
