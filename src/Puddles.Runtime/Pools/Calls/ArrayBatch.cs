namespace Puddles;

/// <summary>A batch whose results become one array, in the order of submission. It ends as <see cref="Task.WhenAll(Task[])"/> does.</summary>
internal sealed class ArrayBatch<T>(PuddlePool pool, int? expected, CancellationToken cancellationToken)
    : Batch<T>(pool, cancellationToken)
{
    private readonly ResultSlots<T> _results = new(expected);
    private readonly TaskCompletionSource<T[]> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<(int Index, Exception Error)> _errors = [];
    private bool _canceled;

    public Task<T[]> Completion => _completion.Task;

    /// <summary>Takes a look-ahead of units on this thread and leaves the rest to the thread pool.</summary>
    public Task<T[]> Start(IEnumerable<PuddleUnit> units)
    {
        IEnumerator<PuddleUnit>? source = null;
        try
        {
            source = units.GetEnumerator();
            for (int taken = 0; !CancellationToken.IsCancellationRequested; taken++)
            {
                if (taken == Gate.Limit)
                {
                    Start(_ => new SynchronousSource(source));
                    return Completion;
                }

                if (!source.MoveNext())
                {
                    break;
                }

                Gate.Enter();
                ValueTask taking = TakeAsync(source.Current);
                if (!taking.IsCompletedSuccessfully)
                {
                    Start(_ => new SynchronousSource(source), taking);
                    return Completion;
                }
            }

            source.Dispose();
            EndSource(null);
        }
        catch (Exception error)
        {
            EndSource(DisposeAfter(error, source));
        }

        return Completion;
    }

    /// <summary>Takes all units on the thread pool.</summary>
    public Task<T[]> Start(IAsyncEnumerable<PuddleUnit> units)
    {
        Start(units.GetAsyncEnumerator);
        return Completion;
    }

    protected override void OnTaken(int index) => _results.Add(index);

    protected override void OnResult(int index, T value) => _results.Set(index, value);

    protected override void OnSettled(int calls) => Gate.Leave(calls);

    protected override void OnError(int index, Exception error)
    {
        lock (_gate)
        {
            _errors.Add((index, error));
        }
    }

    protected override void OnCanceled(int index) => Volatile.Write(ref _canceled, true);

    protected override void OnSourceEnded(Exception? failure, bool canceled)
    {
        if (canceled)
        {
            Volatile.Write(ref _canceled, true);
        }

        if (failure is not null)
        {
            lock (_gate)
            {
                // Before those of the calls: it is why the batch is not whole.
                _errors.Add((-1, failure));
            }
        }
    }

    protected override void OnFinished()
    {
        if (_errors.Count > 0)
        {
            _completion.TrySetException(_errors.OrderBy(e => e.Index).Select(e => e.Error));
        }
        else if (_canceled)
        {
            _completion.TrySetCanceled(CancellationToken);
        }
        else
        {
            _completion.TrySetResult(Count == 0 ? [] : _results.ToArray(Count));
        }
    }

    private static Exception DisposeAfter(Exception error, IEnumerator<PuddleUnit>? source)
    {
        try
        {
            source?.Dispose();
            return error;
        }
        catch (Exception later)
        {
            return later;
        }
    }
}
