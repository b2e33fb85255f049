namespace Puddles;

/// <content>Many calls, one task.</content>
public abstract partial class PuddlePool
{
    /// <summary>
    /// The most units of one batch that are under way at a time: taken from their source and not settled, or, in a
    /// stream, not read. It bounds memory, so it is far more than an engine can run at once.
    /// </summary>
    protected internal virtual int LookAhead => 1024;

    /// <summary>
    /// Runs every call. The first <see cref="LookAhead"/> units are taken before this returns, the rest of the source
    /// on the thread pool as calls settle, never more than that at a time; a source may be lazy, slow or huge.
    /// </summary>
    /// <param name="units">The calls. Enumerated once. What the source throws ends the batch: what was taken runs to its end first.</param>
    /// <param name="cancellationToken">Stops taking, and every call that was taken.</param>
    /// <returns>
    /// Completes when all have run. No failure of a call touches another: as with <see cref="Task.WhenAll(Task[])"/>,
    /// awaiting throws the first failure in submission order and <see cref="Task.Exception"/> holds them all.
    /// </returns>
    public Task RunAllAsync(IEnumerable<PuddleUnit> units, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return new ArrayBatch<NoResult>(this, CountOf(units), cancellationToken).Start(units);
    }

    /// <inheritdoc cref="RunAllAsync(IEnumerable{PuddleUnit}, CancellationToken)"/>
    /// <typeparam name="T">What each call returns.</typeparam>
    /// <returns>
    /// The results, in the order of the units. No failure of a call touches another: as with
    /// <see cref="Task.WhenAll(Task[])"/>, awaiting throws the first failure in submission order and
    /// <see cref="Task.Exception"/> holds them all.
    /// </returns>
    public Task<T[]> RunAllAsync<T>(IEnumerable<PuddleUnit<T>> units, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return new ArrayBatch<T>(this, CountOf(units), cancellationToken).Start(units);
    }

    /// <summary>Runs every call of an asynchronous source, which is read on the thread pool, never more than <see cref="LookAhead"/> units ahead.</summary>
    /// <inheritdoc cref="RunAllAsync(IEnumerable{PuddleUnit}, CancellationToken)"/>
    public Task RunAllAsync(IAsyncEnumerable<PuddleUnit> units, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return new ArrayBatch<NoResult>(this, expected: null, cancellationToken).Start(units);
    }

    /// <summary>Runs every call of an asynchronous source, which is read on the thread pool, never more than <see cref="LookAhead"/> units ahead.</summary>
    /// <inheritdoc cref="RunAllAsync{T}(IEnumerable{PuddleUnit{T}}, CancellationToken)"/>
    public Task<T[]> RunAllAsync<T>(IAsyncEnumerable<PuddleUnit<T>> units, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        return new ArrayBatch<T>(this, expected: null, cancellationToken).Start(units);
    }

    private static int? CountOf<TUnit>(IEnumerable<TUnit> units) => units.TryGetNonEnumeratedCount(out int count) ? count : null;
}
