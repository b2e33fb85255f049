using System.Diagnostics.CodeAnalysis;

namespace Puddles.Hosting;

/// <summary>
/// Settles the race between calls that begin and the host that wants them back. Call ids rise in the order in which
/// the host sends them and calls begin in that order, so one number tells all that have begun.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a task may keep its token.")]
internal sealed class CallLedger
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _withdrawn = [];
    private readonly List<(ulong CallId, CancellationTokenSource Source)> _running = [];
    private readonly Canceller _canceller = new();
    private ulong _begun;

    /// <summary>Begins a call.</summary>
    /// <returns>False where it was withdrawn: it is not to run, and the host has been told.</returns>
    public bool TryBegin(ulong callId, out CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _begun = callId;
            if (_withdrawn.Remove(callId))
            {
                cancellationToken = default;
                return false;
            }

            var source = new CancellationTokenSource();
            _running.Add((callId, source));
            cancellationToken = source.Token;
            return true;
        }
    }

    public void End(ulong callId)
    {
        lock (_gate)
        {
            _running.RemoveAt(IndexOf(callId));
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
            if (callId <= _begun || !_withdrawn.Add(callId))
            {
                return false;
            }

            tell(callId);
            return true;
        }
    }

    /// <summary>Cancels the token of a call, if it is running.</summary>
    public void Cancel(ulong callId)
    {
        CancellationTokenSource? source = null;
        lock (_gate)
        {
            if (IndexOf(callId) is >= 0 and int index)
            {
                source = _running[index].Source;
            }
        }

        if (source is not null)
        {
            _canceller.Cancel(source);
        }
    }

    private int IndexOf(ulong callId)
    {
        for (int i = 0; i < _running.Count; i++)
        {
            if (_running[i].CallId == callId)
            {
                return i;
            }
        }

        return -1;
    }
}
