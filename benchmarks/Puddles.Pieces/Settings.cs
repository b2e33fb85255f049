using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;

namespace Benchmarks;

internal static class Settings
{
    /// <summary>A minute in all.</summary>
    public static IConfig Short => ShortRuns.Of(ShortRuns.Usual)
        .AddColumn(StatisticColumn.StdDev)
        .AddColumnProvider(DefaultColumnProviders.Params, DefaultColumnProviders.Metrics);
}
