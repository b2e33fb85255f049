using System.Diagnostics.CodeAnalysis;

namespace Puddles.Hosting;

/// <summary>
/// Settles the race between a call that begins and the host that wants it back. Call ids rise in the order in which
/// the host sends them and calls begin in that order, so one number tells all that have begun.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A source without a timer holds nothing to dispose, and a task may keep its token.")]
internal sealed class CallLedger
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _withdrawn = [];
    private ulong _begun;
    private CancellationTokenSource? _running;

    /// <summary>Begins a call.</summary>
    /// <returns>False where it was withdrawn: it is not to run, and the host knows.</returns>
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

            _running = new CancellationTokenSource();
            cancellationToken = _running.Token;
            return true;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _running = null;
        }
    }

    /// <summary>Takes a call back.</summary>
    /// <returns>True where it had not begun, and now never will.</returns>
    public bool TryWithdraw(ulong callId)
    {
        lock (_gate)
        {
            return callId > _begun && _withdrawn.Add(callId);
        }
    }

    /// <summary>Cancels the token of a call, if it is that one which runs.</summary>
    public void Cancel(ulong callId)
    {
        CancellationTokenSource? running;
        lock (_gate)
        {
            running = callId == _begun ? _running : null;
        }

        // Callbacks are the task's code: they run elsewhere, so that they cannot stop the channel that cancels.
        _ = running?.CancelAsync();
    }
}
