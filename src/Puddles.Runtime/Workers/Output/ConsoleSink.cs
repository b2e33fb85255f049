namespace Puddles.Workers.Output;

/// <summary>Passes lines on to this program's own standard output and error, for all workers on one thread: it blocks where whoever reads from this program does not.</summary>
internal sealed class ConsoleSink : ILineSink
{
    private readonly Courier _courier = new("puddles output");

    public static ConsoleSink Instance { get; } = new();

    public Task TakeAsync(bool isError, string lines) => _courier.PostAsync(() => Write(isError, lines));

    private static void Write(bool isError, string lines)
    {
        // Where this program's output was closed, its number may be something else's by now.
        if (!isError && !StandardHandles.IsOutputPassedOn)
        {
            return;
        }

        try
        {
            (isError ? Console.Error : Console.Out).Write(lines);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // It is closed: there is nobody to tell.
        }
    }
}
