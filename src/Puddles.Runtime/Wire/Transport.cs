namespace Puddles.Wire;

/// <summary>
/// Moves bytes both ways between host and worker and says when the peer is gone. One thread may send while another
/// receives; <see cref="Dispose"/> is safe at any time and ends both. All transports pass one contract test.
/// </summary>
internal abstract class Transport : IDisposable
{
    /// <summary>Hands bytes over, in order. When it returns they reach the peer even if this process dies at once; it waits while the peer does not read.</summary>
    /// <exception cref="IOException">The peer is gone, or the transport is disposed.</exception>
    public abstract void Send(ReadOnlySpan<byte> bytes);

    /// <summary>Waits for bytes.</summary>
    /// <returns>How many came, at least 1; 0 when the peer is gone or the transport is disposed.</returns>
    public abstract int Receive(Span<byte> destination);

    /// <summary>How many of the bytes that were sent the peer has taken at most: never too low, and as good as it can be told once <see cref="Receive"/> has found the peer gone.</summary>
    public abstract long MostTaken { get; }

    /// <summary>Tells that nobody is left to send: <see cref="Receive"/> gives what has come and then 0, even where a forked process still holds the peer's end.</summary>
    public abstract void EndReceiving();

    /// <summary>In how many pieces <see cref="FreeFlight"/> can be on its way.</summary>
    public abstract int FreePieces { get; }

    /// <summary>How many bytes can be on their way, in <see cref="FreePieces"/> pieces at most, without <see cref="Send"/> ever waiting for the peer.</summary>
    public abstract int FreeFlight { get; }

    /// <summary>Ends the connection: the peer sees this side gone.</summary>
    public abstract void Dispose();
}
