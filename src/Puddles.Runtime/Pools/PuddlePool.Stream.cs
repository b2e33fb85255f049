using System.Runtime.CompilerServices;

namespace Puddles;

/// <content>Many calls, their outcomes one by one.</content>
public abstract partial class PuddlePool
{
    /// <summary>
    /// Runs calls and hands out how each ended. Nothing is taken before the stream is enumerated, and each enumeration
    /// runs the calls anew. The source is read on the thread pool, never more than <see cref="LookAhead"/> units ahead
    /// of the reader; it may be lazy, slow or endless.
    /// </summary>
    /// <typeparam name="T">What each call returns.</typeparam>
    /// <param name="units">The calls. What the source throws is thrown to the reader, after the outcomes of what was taken.</param>
    /// <param name="order">In which order outcomes are handed out.</param>
    /// <param name="cancellationToken">Ends the stream with an <see cref="OperationCanceledException"/>, and every call under way.</param>
    /// <returns>
    /// An outcome for each call: a call that fails does not end the stream. Leaving the enumeration stops taking,
    /// cancels what is under way and waits for that, and for the source where it is just being asked.
    /// </returns>
    public IAsyncEnumerable<PuddleOutcome<T>> StreamAsync<T>(
        IEnumerable<PuddleUnit<T>> units,
        StreamOrder order = StreamOrder.Completion,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return StreamCoreAsync<T>(_ => new SynchronousSource(units.GetEnumerator()), Checked(order), cancellationToken);
    }

    /// <inheritdoc cref="StreamAsync{T}(IEnumerable{PuddleUnit{T}}, StreamOrder, CancellationToken)"/>
    public IAsyncEnumerable<PuddleOutcome<T>> StreamAsync<T>(
        IAsyncEnumerable<PuddleUnit<T>> units,
        StreamOrder order = StreamOrder.Completion,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return StreamCoreAsync<T>(units.GetAsyncEnumerator, Checked(order), cancellationToken);
    }

    private async IAsyncEnumerable<PuddleOutcome<T>> StreamCoreAsync<T>(
        Func<CancellationToken, IAsyncEnumerator<PuddleUnit>> open,
        StreamOrder order,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batch = new OutcomeBatch<T>(this, stop.Token);
        batch.Start(open);
        try
        {
            await foreach (PuddleOutcome<T> outcome in batch.ReadAsync(order).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return outcome;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await batch.StopAsync().ConfigureAwait(false);
        }
    }

    private static StreamOrder Checked(StreamOrder order) => order is StreamOrder.Completion or StreamOrder.Submission
        ? order
        : throw new ArgumentOutOfRangeException(nameof(order), order, "Not an order of a stream.");
}
