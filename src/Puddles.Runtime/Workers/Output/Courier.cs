namespace Puddles.Workers.Output;

/// <summary>Runs deliveries that may block, one after the other, on a thread that comes with the first and goes when there are none for a while.</summary>
internal sealed class Courier(string name)
{
    private const int IdleMilliseconds = 2000;

    private readonly object _gate = new();
    private readonly Queue<(Action Delivery, TaskCompletionSource Done)> _waiting = new();
    private bool _hasThread;

    /// <summary>Queues a delivery, which must not throw.</summary>
    /// <returns>Completes when it has been made.</returns>
    public Task PostAsync(Action delivery)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((delivery, done));
            if (_hasThread)
            {
                Monitor.Pulse(_gate);
            }
            else
            {
                _hasThread = true;
                new Thread(Deliver) { IsBackground = true, Name = name }.Start();
            }
        }

        return done.Task;
    }

    private void Deliver()
    {
        while (TryTake(out Action delivery, out TaskCompletionSource done))
        {
            delivery();
            done.SetResult();
        }
    }

    private bool TryTake(out Action delivery, out TaskCompletionSource done)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (!Monitor.Wait(_gate, IdleMilliseconds) && _waiting.Count == 0)
                {
                    _hasThread = false;
                    (delivery, done) = (null!, null!);
                    return false;
                }
            }

            (delivery, done) = _waiting.Dequeue();
            return true;
        }
    }
}
