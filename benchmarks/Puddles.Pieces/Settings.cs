using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Benchmarks;

internal static class Settings
{
    /// <summary>All in this process, a few short runs each: a minute in all, and one table.</summary>
    public static IConfig Short => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(150))
            .WithWarmupCount(6)
            .WithIterationCount(7))
        .AddColumn(TargetMethodColumn.Type, TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.StdDev)
        .AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.GitHub)
        .WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
}
