namespace Puddles.Hosting;

/// <summary>
/// Cancels tokens on threads of its own. Callbacks are the task's code: they must neither stop the channel that cancels
/// nor wait for the thread pool, which a task may have starved. One that blocks keeps its thread; the next gets another.
/// </summary>
internal sealed class Canceller
{
    private readonly OwnThreads<CancellationTokenSource> _threads = new("puddles cancel", int.MaxValue, CancelQuietly);

    public void Cancel(CancellationTokenSource source) => _threads.Run(source);

    private static void CancelQuietly(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // What a callback of the task throws is nobody's: the call goes on, and its token is cancelled.
        }
    }
}
