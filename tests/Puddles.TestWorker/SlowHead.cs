namespace Puddles.TestWorker;

/// <summary>A head whose set-up lasts until it is told to stop.</summary>
public sealed class SlowHead : CountingHead
{
    protected override async ValueTask SetUpAsync(CancellationToken cancellationToken)
    {
        Note("set up");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Note("stopped");
        }
    }
}
