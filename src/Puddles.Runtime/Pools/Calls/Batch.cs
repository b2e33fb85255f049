namespace Puddles;

/// <summary>
/// Calls that belong together: takes units from a source, no more than the look-ahead of the pool at a time, and
/// counts until every call is settled. What settles is handed to the derived class on the settling thread, which must
/// not run code of the caller's there.
/// </summary>
internal abstract class Batch<T>
{
    private const int MostCounted = 256;

    private OpenBundle<T>? _open;
    private int _taken;

    // The source counts as one call that is not settled until it has ended, and so do those counted ahead.
    private int _unsettled = 1;
    private int _countedAhead;
    private bool _sendsTogether;

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
        CountSettled(1);
    }

    public void Fail(int index, Exception error)
    {
        OnError(index, error);
        CountSettled(1);
    }

    public void Cancel(int index)
    {
        OnCanceled(index);
        CountSettled(1);
    }

    /// <summary>Puts the result of a call where it belongs. It counts as settled by <see cref="CountPut"/>.</summary>
    public void Put(int index, T value) => OnResult(index, value);

    /// <summary>Counts calls as settled whose results were put.</summary>
    public void CountPut(int calls)
    {
        if (calls > 0)
        {
            CountSettled(calls);
        }
    }

    /// <summary>Submits what waited for more to go with it.</summary>
    public void Send(PuddleCall call) => SubmitAsync(call).AsTask();

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
                        Flush();
                        await Gate.WaitAsync(CancellationToken).ConfigureAwait(false);
                    }
                    else if (!await MoveNextAsync(source).ConfigureAwait(false))
                    {
                        break;
                    }
                    else
                    {
                        await TakeAsync(source.Current).ConfigureAwait(false);
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
        CountTaken();
        if (_sendsTogether)
        {
            bool isTaken = Opened().TryAdd(unit, index, out PuddleCall? full);
            ValueTask sending = full is null ? default : SubmitAsync(full);
            if (isTaken)
            {
                return sending;
            }
        }

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
        Flush();
        if (_open is not null)
        {
            BundleClock.Remove(_open);
        }

        Uncount(1 + _countedAhead);
    }

    protected abstract void OnTaken(int index);

    protected abstract void OnResult(int index, T value);

    /// <summary>Calls were settled, of which <see cref="OnResult"/>, <see cref="OnError"/> or <see cref="OnCanceled"/> has told.</summary>
    protected virtual void OnSettled(int calls)
    {
    }

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

    private OpenBundle<T> Opened()
    {
        if (_open is null)
        {
            _open = new OpenBundle<T>(this);
            BundleClock.Add(_open);
        }

        return _open;
    }

    /// <summary>Asks a source for more; what waits to go with that is sent where it takes its time.</summary>
    private ValueTask<bool> MoveNextAsync(IAsyncEnumerator<PuddleUnit> source)
    {
        ValueTask<bool> moving = source.MoveNextAsync();
        if (!moving.IsCompleted)
        {
            Flush();
        }

        return moving;
    }

    private void Flush()
    {
        if (_open?.Take() is { } call)
        {
            Send(call);
        }
    }

    private async ValueTask SubmitAsync(PuddleCall call)
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

    /// <summary>Counts a call; what changes seldom or is changed by many threads is looked at once for many.</summary>
    private void CountTaken()
    {
        if (_countedAhead == 0)
        {
            _countedAhead = MostCounted;
            _sendsTogether = Pool.SendsTogether;
            Interlocked.Add(ref _unsettled, MostCounted);
        }

        _countedAhead--;
    }

    private void CountSettled(int calls)
    {
        OnSettled(calls);
        Uncount(calls);
    }

    private void Uncount(int counted)
    {
        if (Interlocked.Add(ref _unsettled, -counted) == 0)
        {
            OnFinished();
        }
    }
}
