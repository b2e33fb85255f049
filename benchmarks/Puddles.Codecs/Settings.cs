using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;

namespace Benchmarks;

internal static class Settings
{
    /// <summary>Three minutes in all.</summary>
    public static IConfig Short => ShortRuns.Of(ShortRuns.Usual.WithEvaluateOverhead(false))
        .AddColumnProvider(DefaultColumnProviders.Metrics)
        .WithSummaryStyle(SummaryStyle.Default);
}
