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

    /// <summary>As <see cref="Send"/>, but a peer that sleeps may be left asleep until <see cref="Wake"/> or the next <see cref="Send"/>: who has more to say soon, or nothing that is urgent, saves the peer a wake-up for each. Used by the thread that sends.</summary>
    /// <exception cref="IOException">The peer is gone, or the transport is disposed.</exception>
    public virtual void SendQuietly(ReadOnlySpan<byte> bytes) => Send(bytes);

    /// <summary>Hands over three pieces that follow each other, if that can be done at once and without waiting; the peer is woken as by <see cref="SendQuietly"/>. Used by the thread that sends.</summary>
    /// <returns>False where it cannot, or the peer is gone; then nothing was sent.</returns>
    public virtual bool TrySendNow(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third) => false;

    /// <summary>Wakes the peer if it sleeps and there is something that it has not read. Used by the thread that sends.</summary>
    /// <exception cref="IOException">The peer is gone, or the transport is disposed.</exception>
    public virtual void Wake()
    {
    }

    /// <summary>Waits for bytes.</summary>
    /// <returns>How many came, at least 1; 0 when the peer is gone or the transport is disposed.</returns>
    public abstract int Receive(Span<byte> destination);

    /// <summary>Whether there is something to read that nobody has taken; false once it is disposed. Safe from any thread; does not wait.</summary>
    public abstract bool HasUnread { get; }

    /// <summary>Whether <see cref="Receive"/> sleeps at once where nothing is there: set where much is to come, of which the peer tells in good time.</summary>
    public bool IsPatient { get; set; }

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
