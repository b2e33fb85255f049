namespace Puddles.Hosting;

/// <summary>Where what one call writes to the console goes, until it ends. Safe from any thread.</summary>
internal sealed class CallOutput(CallOutput.Taker take)
{
    private readonly Lock _gate = new();
    private bool _isClosed;

    /// <summary>Takes text that was written to standard output or error.</summary>
    public delegate void Taker(bool isError, ReadOnlySpan<char> text);

    /// <summary>Takes text, if the call has not ended.</summary>
    public bool TryTake(bool isError, ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                take(isError, text);
            }

            return !_isClosed;
        }
    }

    /// <summary>Takes nothing more: when this returns, all that was taken is on its way.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }
}
