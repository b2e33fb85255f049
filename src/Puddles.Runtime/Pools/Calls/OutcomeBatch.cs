using System.Threading.Channels;

namespace Puddles;

/// <summary>A batch whose outcomes are read one by one. A call leaves the look-ahead when its outcome is read.</summary>
internal sealed class OutcomeBatch<T>(PuddlePool pool, CancellationToken cancellationToken)
    : Batch<T>(pool, cancellationToken)
{
    private readonly Channel<PuddleOutcome<T>> _outcomes =
        Channel.CreateUnbounded<PuddleOutcome<T>>(new UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _sourceFailure;

    public async IAsyncEnumerable<PuddleOutcome<T>> ReadAsync(StreamOrder order)
    {
        var early = new Dictionary<int, PuddleOutcome<T>>();
        int next = 0;
        await foreach (PuddleOutcome<T> outcome in _outcomes.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (order == StreamOrder.Completion)
            {
                Gate.Leave(1);
                yield return outcome;
                continue;
            }

            early.Add(outcome.Index, outcome);
            while (early.Remove(next, out PuddleOutcome<T> due))
            {
                next++;
                Gate.Leave(1);
                yield return due;
            }
        }
    }

    /// <summary>Waits until nothing of the batch is under way. Its token is cancelled before.</summary>
    public Task StopAsync()
    {
        Gate.Wake();
        return _finished.Task;
    }

    protected override void OnTaken(int index)
    {
    }

    protected override void OnResult(int index, T value) => Post(PuddleOutcome<T>.Success(index, value));

    protected override void OnError(int index, Exception error) => Post(PuddleOutcome<T>.Failure(index, error));

    protected override void OnCanceled(int index) => Post(PuddleOutcome<T>.Failure(index, new TaskCanceledException(null, null, CancellationToken)));

    protected override void OnSourceEnded(Exception? failure, bool canceled) => _sourceFailure = failure;

    protected override void OnFinished()
    {
        _outcomes.Writer.TryComplete(_sourceFailure);
        _finished.TrySetResult();
    }

    private void Post(PuddleOutcome<T> outcome) => _outcomes.Writer.TryWrite(outcome);
}
