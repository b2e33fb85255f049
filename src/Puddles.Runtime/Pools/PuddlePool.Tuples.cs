namespace Puddles;

/// <content>A few calls of different types, one typed tuple.</content>
public abstract partial class PuddlePool
{
    /// <summary>Runs calls of different types side by side.</summary>
    /// <returns>
    /// The results, each of its own type. No failure of a call touches another: as with
    /// <see cref="Task.WhenAll(Task[])"/>, awaiting throws the first failure in the order given and
    /// <see cref="Task.Exception"/> holds them all.
    /// </returns>
    public Task<(T1, T2)> RunAllAsync<T1, T2>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        return calls.GatherAsync(() => (r1.Result, r2.Result));
    }

    /// <inheritdoc cref="RunAllAsync{T1, T2}"/>
    public Task<(T1, T2, T3)> RunAllAsync<T1, T2, T3>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        PuddleUnit<T3> third,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        Task<T3> r3 = calls.Run(third);
        return calls.GatherAsync(() => (r1.Result, r2.Result, r3.Result));
    }

    /// <inheritdoc cref="RunAllAsync{T1, T2}"/>
    public Task<(T1, T2, T3, T4)> RunAllAsync<T1, T2, T3, T4>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        PuddleUnit<T3> third,
        PuddleUnit<T4> fourth,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        Task<T3> r3 = calls.Run(third);
        Task<T4> r4 = calls.Run(fourth);
        return calls.GatherAsync(() => (r1.Result, r2.Result, r3.Result, r4.Result));
    }

    /// <inheritdoc cref="RunAllAsync{T1, T2}"/>
    public Task<(T1, T2, T3, T4, T5)> RunAllAsync<T1, T2, T3, T4, T5>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        PuddleUnit<T3> third,
        PuddleUnit<T4> fourth,
        PuddleUnit<T5> fifth,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        Task<T3> r3 = calls.Run(third);
        Task<T4> r4 = calls.Run(fourth);
        Task<T5> r5 = calls.Run(fifth);
        return calls.GatherAsync(() => (r1.Result, r2.Result, r3.Result, r4.Result, r5.Result));
    }

    /// <inheritdoc cref="RunAllAsync{T1, T2}"/>
    public Task<(T1, T2, T3, T4, T5, T6)> RunAllAsync<T1, T2, T3, T4, T5, T6>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        PuddleUnit<T3> third,
        PuddleUnit<T4> fourth,
        PuddleUnit<T5> fifth,
        PuddleUnit<T6> sixth,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        Task<T3> r3 = calls.Run(third);
        Task<T4> r4 = calls.Run(fourth);
        Task<T5> r5 = calls.Run(fifth);
        Task<T6> r6 = calls.Run(sixth);
        return calls.GatherAsync(() => (r1.Result, r2.Result, r3.Result, r4.Result, r5.Result, r6.Result));
    }

    /// <inheritdoc cref="RunAllAsync{T1, T2}"/>
    public Task<(T1, T2, T3, T4, T5, T6, T7)> RunAllAsync<T1, T2, T3, T4, T5, T6, T7>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        PuddleUnit<T3> third,
        PuddleUnit<T4> fourth,
        PuddleUnit<T5> fifth,
        PuddleUnit<T6> sixth,
        PuddleUnit<T7> seventh,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        Task<T3> r3 = calls.Run(third);
        Task<T4> r4 = calls.Run(fourth);
        Task<T5> r5 = calls.Run(fifth);
        Task<T6> r6 = calls.Run(sixth);
        Task<T7> r7 = calls.Run(seventh);
        return calls.GatherAsync(() => (r1.Result, r2.Result, r3.Result, r4.Result, r5.Result, r6.Result, r7.Result));
    }

    /// <inheritdoc cref="RunAllAsync{T1, T2}"/>
    public Task<(T1, T2, T3, T4, T5, T6, T7, T8)> RunAllAsync<T1, T2, T3, T4, T5, T6, T7, T8>(
        PuddleUnit<T1> first,
        PuddleUnit<T2> second,
        PuddleUnit<T3> third,
        PuddleUnit<T4> fourth,
        PuddleUnit<T5> fifth,
        PuddleUnit<T6> sixth,
        PuddleUnit<T7> seventh,
        PuddleUnit<T8> eighth,
        CancellationToken cancellationToken = default)
    {
        var calls = new TupleCalls(this, cancellationToken);
        Task<T1> r1 = calls.Run(first);
        Task<T2> r2 = calls.Run(second);
        Task<T3> r3 = calls.Run(third);
        Task<T4> r4 = calls.Run(fourth);
        Task<T5> r5 = calls.Run(fifth);
        Task<T6> r6 = calls.Run(sixth);
        Task<T7> r7 = calls.Run(seventh);
        Task<T8> r8 = calls.Run(eighth);
        return calls.GatherAsync(() => (r1.Result, r2.Result, r3.Result, r4.Result, r5.Result, r6.Result, r7.Result, r8.Result));
    }
}
