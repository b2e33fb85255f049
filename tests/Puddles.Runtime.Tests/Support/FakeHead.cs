namespace Puddles.Runtime.Tests.Support;

/// <summary>A head that counts, and does around calls what a test wants.</summary>
internal sealed class FakeHead : ProcessHead
{
    private int _setUps;
    private int _tearDowns;
    private int _runs;

    public int SetUps => _setUps;

    public int TearDowns => _tearDowns;

    public int Runs => _runs;

    public Exception? SetUpError { get; init; }

    public Func<Func<ValueTask>, ValueTask> Around { get; init; } = next => next();

    protected internal override ValueTask SetUpAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _setUps);
        return SetUpError is null ? default : throw SetUpError;
    }

    protected internal override ValueTask RunAsync(PuddleContext call, Func<ValueTask> next)
    {
        Interlocked.Increment(ref _runs);
        return Around(next);
    }

    protected internal override ValueTask TearDownAsync()
    {
        Interlocked.Increment(ref _tearDowns);
        return default;
    }
}
