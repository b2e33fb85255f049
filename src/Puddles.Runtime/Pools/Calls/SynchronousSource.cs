namespace Puddles;

/// <summary>A source that blocks while it is asked, as an asynchronous one.</summary>
internal sealed class SynchronousSource(IEnumerator<PuddleUnit> source) : IAsyncEnumerator<PuddleUnit>
{
    public PuddleUnit Current => source.Current;

    public ValueTask<bool> MoveNextAsync() => new(source.MoveNext());

    public ValueTask DisposeAsync()
    {
        source.Dispose();
        return default;
    }
}
