namespace Puddles;

/// <summary>
/// Calls that belong together: takes units from a source, no more than the look-ahead of the pool at a time, and
/// counts until every call is settled. What settles is handed to the derived class on the settling thread, which must
/// not run code of the caller's there.
/// </summary>
internal abstract class Batch<T>
{
    private int _taken;

    // The source counts as one call that is not settled until it has ended.
    private int _unsettled = 1;

    protected Batch(PuddlePool pool, CancellationToken cancellationToken)
    {
        Pool = pool;
        Gate = new LookAheadGate(pool.LookAhead);
        CancellationToken = cancellationToken;
    }

    public PuddlePool Pool { get; }

    public CancellationToken CancellationToken { get; }

    protected LookAheadGate Gate { get; }

    /// <summary>How many calls there are so far; all of them, once <see cref="OnFinished"/> is called.</summary>
    protected int Count => _taken;

    public void Succeed(int index, T value)
    {
        OnResult(index, value);
        CountSettled();
    }

    public void Fail(int index, Exception error)
    {
        OnError(index, error);
        CountSettled();
    }

    public void Cancel(int index)
    {
        OnCanceled(index);
        CountSettled();
    }

    /// <summary>Opens a source, takes all units and disposes it, on the thread pool.</summary>
    /// <param name="open">Opens the source.</param>
    /// <param name="first">What to wait for before more is taken.</param>
    public void Start(Func<CancellationToken, IAsyncEnumerator<PuddleUnit>> open, ValueTask first = default) => _ = Task.Run(() => PumpAsync(open, first));

    private async Task PumpAsync(Func<CancellationToken, IAsyncEnumerator<PuddleUnit>> open, ValueTask first)
    {
        Exception? failure = null;
        try
        {
            IAsyncEnumerator<PuddleUnit> source = open(CancellationToken);
            await using (source.ConfigureAwait(false))
            {
                await first.ConfigureAwait(false);
                while (!CancellationToken.IsCancellationRequested)
                {
                    if (!Gate.TryEnter())
                    {
                        await Gate.WaitAsync(CancellationToken).ConfigureAwait(false);
                    }
                    else if (await source.MoveNextAsync().ConfigureAwait(false))
                    {
                        await TakeAsync(source.Current).ConfigureAwait(false);
                    }
                    else
                    {
                        break;
                    }
                }
            }
        }
        catch (Exception error)
        {
            failure = error;
        }

        EndSource(failure);
    }

    /// <summary>Submits one unit, for which <see cref="Gate"/> was entered.</summary>
    /// <returns>Completes when the pool has room for more.</returns>
    protected ValueTask TakeAsync(PuddleUnit unit)
    {
        if (unit is null)
        {
            throw new ArgumentException($"The unit at position {_taken} is null.");
        }

        int index = _taken;
        OnTaken(index);
        _taken++;
        Interlocked.Increment(ref _unsettled);
        if (TryMakeCall(unit, index) is not { } call)
        {
            return default;
        }

        call.Watch = Pool.Watch(unit);
        return SubmitAsync(call);
    }

    /// <summary>Notes that nothing more is taken.</summary>
    protected void EndSource(Exception? failure)
    {
        bool canceled = CancellationToken.IsCancellationRequested && failure is null or OperationCanceledException;
        OnSourceEnded(canceled ? null : failure, canceled);
        CountSettled();
    }

    protected abstract void OnTaken(int index);

    protected abstract void OnResult(int index, T value);

    protected abstract void OnError(int index, Exception error);

    protected abstract void OnCanceled(int index);

    protected abstract void OnSourceEnded(Exception? failure, bool canceled);

    /// <summary>The source has ended and every call is settled.</summary>
    protected abstract void OnFinished();

    private BatchCall<T>? TryMakeCall(PuddleUnit unit, int index)
    {
        try
        {
            return new BatchCall<T>(this, unit, CallCodec.EncodeArguments(unit, Pool.MaxPayloadBytes), index);
        }
        catch (PuddleSerializationException error)
        {
            unit.NotifyDone(index, default, error);
            Fail(index, error);
            return null;
        }
    }

    private async ValueTask SubmitAsync(BatchCall<T> call)
    {
        try
        {
            ValueTask submitting = Pool.SendAsync(call);
            if (!submitting.IsCompletedSuccessfully)
            {
                await submitting.ConfigureAwait(false);
            }
        }
        catch (Exception error)
        {
            // Engines are told not to throw; one that does must not take the batch along.
            call.TrySetException(error);
        }
    }

    private void CountSettled()
    {
        if (Interlocked.Decrement(ref _unsettled) == 0)
        {
            OnFinished();
        }
    }
}
