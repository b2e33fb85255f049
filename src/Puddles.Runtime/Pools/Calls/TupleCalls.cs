namespace Puddles;

/// <summary>The calls of one tuple. They end together as <see cref="Task.WhenAll(Task[])"/> does.</summary>
internal sealed class TupleCalls(PuddlePool pool, CancellationToken cancellationToken)
{
    private readonly List<Task> _calls = [];

    public Task<T> Run<T>(PuddleUnit<T> unit)
    {
        Task<T> call = pool.RunCoreAsync<T>(unit, cancellationToken, index: _calls.Count);
        _calls.Add(call);
        return call;
    }

    public Task<TTuple> GatherAsync<TTuple>(Func<TTuple> results)
    {
        var gathered = new TaskCompletionSource<TTuple>(TaskCreationOptions.RunContinuationsAsynchronously);
        Task.WhenAll(_calls).ContinueWith(
            _ => Settle(gathered, results),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return gathered.Task;
    }

    private void Settle<TTuple>(TaskCompletionSource<TTuple> gathered, Func<TTuple> results)
    {
        // Task.WhenAll holds failures as they came; here they are in the order given.
        Exception[] failures = [.. _calls.Where(call => call.IsFaulted).SelectMany(call => call.Exception!.InnerExceptions)];
        if (failures.Length > 0)
        {
            gathered.SetException(failures);
        }
        else if (_calls.Exists(call => call.IsCanceled))
        {
            gathered.SetCanceled(cancellationToken);
        }
        else
        {
            gathered.SetResult(results());
        }
    }
}
