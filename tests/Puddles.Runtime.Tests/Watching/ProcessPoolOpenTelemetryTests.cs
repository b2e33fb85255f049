using System.Diagnostics;
using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Watching;

/// <summary>What docs/watching.md shows, as it stands there.</summary>
[Collection(WatchingAlone.Name)]
public sealed class ProcessPoolOpenTelemetryTests
{
    [Fact]
    public async Task OpenTelemetry_gets_spans_and_metrics_by_the_name_alone()
    {
        List<Activity> spans = [];
        List<Metric> measured = [];
        using TracerProvider traces = Sdk.CreateTracerProviderBuilder()
            .AddSource("Puddles")
            .AddInMemoryExporter(spans)
            .Build();
        using MeterProvider metrics = Sdk.CreateMeterProviderBuilder()
            .AddMeter("Puddles")
            .AddInMemoryExporter(measured)
            .Build();
        await using ProcessPool pool = Programs.Pool(workers: 1);

        await ContractTasks.RunSquare(3, pool).OrHang();
        Assert.True(metrics.ForceFlush());

        Assert.Equal("Puddles.TestTasks.ContractTasks.Square(int)", Assert.Single(spans).DisplayName);
        string[] names = [.. measured.Select(metric => metric.Name)];
        Assert.Contains("puddles.call.duration", names);
        Assert.Contains("puddles.workers", names);
    }

    [Fact]
    public void The_page_shows_what_is_tested()
    {
        string source = Plain(File.ReadAllText(Path()));
        string page = File.ReadAllText(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path())!, "../../../docs/watching.md"));
        string example = page.Split("```csharp\n")[1].Split("```")[0];

        Assert.Contains(Plain(example), source, StringComparison.Ordinal);
    }

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Path([CallerFilePath] string path = "") => path;
}
