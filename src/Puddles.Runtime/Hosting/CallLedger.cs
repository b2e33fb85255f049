using System.Diagnostics.CodeAnalysis;

namespace Puddles.Hosting;

/// <summary>
/// Settles the race between calls that begin and the host that wants them back. Call ids rise in the order in which
/// the host sends them and calls begin in that order, so one number tells all that have begun.
/// </summary>
/// <param name="isSerial">Whether a call begins only when the one before has ended: then nothing but a number is changed for most calls.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a task may keep its token.")]
internal sealed class CallLedger(bool isSerial)
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _withdrawn = [];
    private readonly Dictionary<ulong, CancellationTokenSource?> _running = [];
    private readonly Canceller _canceller = new();
    private ulong _begun;
    private int _isWithdrawing;

    /// <summary>Begins a call. Used by one thread.</summary>
    /// <returns>False where it was withdrawn: it is not to run, and the host has been told.</returns>
    public bool TryBegin(ulong callId)
    {
        // Before the look at what is withdrawn, as who withdraws says so before it looks here: one of the two sees the other.
        // The barrier between the two is on that side alone, as it is needed seldom.
        Volatile.Write(ref _begun, callId);
        if (isSerial && Volatile.Read(ref _isWithdrawing) == 0)
        {
            return true;
        }

        lock (_gate)
        {
            bool runs = !_withdrawn.Remove(callId);
            Volatile.Write(ref _isWithdrawing, _withdrawn.Count > 0 ? 1 : 0);
            if (runs && !isSerial)
            {
                _running.Add(callId, null);
            }

            return runs;
        }
    }

    /// <summary>Ends a call; with one at a time, that it has ended is told by the next.</summary>
    public void End(ulong callId)
    {
        lock (_gate)
        {
            _running.Remove(callId);
        }
    }

    /// <summary>The token of a call that runs; made when it is first asked for.</summary>
    public CancellationToken TokenOf(ulong callId)
    {
        lock (_gate)
        {
            return SourceOf(callId)?.Token ?? default;
        }
    }

    /// <summary>Whether a call that runs was cancelled.</summary>
    public bool IsCanceled(ulong callId)
    {
        lock (_gate)
        {
            return _running.TryGetValue(callId, out CancellationTokenSource? source) && source is { IsCancellationRequested: true };
        }
    }

    /// <summary>Takes a call back, if it has not begun; then it never will.</summary>
    /// <param name="callId">The call.</param>
    /// <param name="tell">Tells the host that it was taken back, before any later call can begin: so the calls that may have begun are always the oldest that the host has not heard of.</param>
    /// <returns>Whether it was taken back.</returns>
    public bool TryWithdraw(ulong callId, Action<ulong> tell)
    {
        lock (_gate)
        {
            if (_isWithdrawing == 0)
            {
                Volatile.Write(ref _isWithdrawing, 1);
                Interlocked.MemoryBarrierProcessWide();
            }

            bool isWithdrawn = callId > Volatile.Read(ref _begun) && _withdrawn.Add(callId);
            if (isWithdrawn)
            {
                tell(callId);
            }

            return isWithdrawn;
        }
    }

    /// <summary>Cancels the token of a call, if it is running.</summary>
    public void Cancel(ulong callId)
    {
        CancellationTokenSource? source;
        lock (_gate)
        {
            source = SourceOf(callId);
        }

        if (source is not null)
        {
            _canceller.Cancel(source);
        }
    }

    private CancellationTokenSource? SourceOf(ulong callId)
    {
        bool isKnown = _running.TryGetValue(callId, out CancellationTokenSource? source);
        if (isKnown ? source is not null : !isSerial || callId != Volatile.Read(ref _begun))
        {
            return source;
        }

        if (isSerial)
        {
            // Those before have ended.
            _running.Clear();
        }

        return _running[callId] = new CancellationTokenSource();
    }
}
