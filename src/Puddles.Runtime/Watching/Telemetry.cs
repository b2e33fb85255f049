namespace Puddles.Watching;

/// <summary>The names that meters, spans and events share; docs/watching.md promises them.</summary>
internal static class Telemetry
{
    /// <summary>Of the Meter, the ActivitySource and the EventSource.</summary>
    public const string Name = "Puddles";

    public const string Pool = "puddles.pool";

    public const string Task = "puddles.task";

    public const string Outcome = "puddles.outcome";

    public static string? Version { get; } = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
}
