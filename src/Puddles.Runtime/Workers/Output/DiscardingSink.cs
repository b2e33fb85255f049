namespace Puddles.Workers.Output;

/// <summary>Nobody wants to see it.</summary>
internal sealed class DiscardingSink : ILineSink
{
    public static DiscardingSink Instance { get; } = new();

    public Task TakeAsync(bool isError, string lines) => Task.CompletedTask;
}
