using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>
/// Sends calls to one worker in the order in which they were queued: most of them at once, straight to where the worker finds
/// them. What is sure not to wait for the worker is sent by whoever submits, many in one go; what may have to wait, by a thread
/// kept for it, so that neither a caller nor the reader of replies ever hangs on a worker that does not read.
/// </summary>
/// <param name="transport">The way to the worker.</param>
/// <param name="gate">The worker's lock.</param>
internal sealed class CallSender(Transport transport, Lock gate) : IDisposable
{
    private const int LargeArguments = 32 * 1024;

    private readonly long _takenBefore = transport.MostTaken;
    private readonly PayloadBuffer _frames = new();
    private readonly SemaphoreSlim _wake = new(0);

    // A call that is taken back before it is sent gets another number elsewhere: what is sent is what it was when it was queued.
    private List<(CallHeader Header, WorkerCall Call)> _pending = [];
    private List<(CallHeader Header, WorkerCall Call)> _sending = [];
    private Thread? _thread;
    private long _enqueued;
    private bool _isSending;
    private bool _mayWait;
    private bool _owesWake;
    private bool _disposed;

    /// <summary>Queues a call, or sends it where the worker need not be waited for; <see cref="Flush"/> does the rest. To be called under the lock.</summary>
    /// <param name="call">The call.</param>
    /// <param name="unansweredBytes">The bytes of all calls that the worker has not answered, this one's included.</param>
    public void Enqueue(WorkerCall call, long unansweredBytes)
    {
        _enqueued += call.FrameBytes;
        call.EndsAt = _enqueued;
        call.IsSent = false;
        if (!_isSending && _pending.Count == 0 && TrySendNow(call))
        {
            _owesWake = true;
            return;
        }

        call.IsHeld = true;
        _pending.Add((call.Header, call));
        _mayWait |= unansweredBytes > transport.FreeFlight;
    }

    /// <summary>Sees to it that what is queued is sent; does not wait for the worker.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (_isSending || (_pending.Count == 0 && !_owesWake) || _disposed)
            {
                return;
            }

            _isSending = true;
            if (_mayWait)
            {
                HandOver();
                return;
            }
        }

        Drain(mayWait: false);
    }

    /// <summary>Whether a call can have begun: the worker has taken the whole of it. To be asked when the worker is gone.</summary>
    public bool MayHaveBegun(WorkerCall call) => transport.MostTaken - _takenBefore >= call.EndsAt;

    public void Dispose()
    {
        lock (gate)
        {
            _disposed = true;
            if (_thread is not null)
            {
                _wake.Release();
            }
        }
    }

    private void Drain(bool mayWait)
    {
        while (true)
        {
            lock (gate)
            {
                if ((_pending.Count == 0 && !_owesWake) || _disposed)
                {
                    _isSending = false;
                    _mayWait = false;
                    return;
                }

                _owesWake = false;

                if (_mayWait && !mayWait)
                {
                    HandOver();
                    return;
                }

                (_pending, _sending) = (_sending, _pending);
            }

            try
            {
                Send(_sending);
            }
            catch (IOException)
            {
                // The worker is gone; whoever reads from it finds that out and settles its calls.
            }

            _sending.Clear();
        }
    }

    private bool TrySendNow(WorkerCall call)
    {
        ReadOnlySpan<byte> arguments = call.Call.Arguments.Span;
        if (arguments.Length > LargeArguments)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[CallHeader.Bytes];
        call.Header.Write(header, arguments.Length);
        return transport.TrySendNow(header, call.Terms.Span, arguments);
    }

    private void Send(List<(CallHeader Header, WorkerCall Call)> calls)
    {
        if (calls.Count == 0)
        {
            transport.Wake();
            return;
        }

        _frames.Clear();
        foreach ((CallHeader header, WorkerCall call) in calls)
        {
            ReadOnlySpan<byte> arguments = call.Call.Arguments.Span;
            header.Write(_frames.GetSpan(CallHeader.Bytes), arguments.Length);
            _frames.Advance(CallHeader.Bytes);
            _frames.Write(call.Terms.Span);
            if (arguments.Length < LargeArguments)
            {
                _frames.Write(arguments);
            }
            else
            {
                transport.Send(_frames.WrittenSpan);
                _frames.Clear();
                transport.Send(arguments);
                call.IsSent = true;
            }
        }

        transport.Send(_frames.WrittenSpan);
    }

    private void HandOver()
    {
        try
        {
            if (_thread is null)
            {
                var thread = new Thread(SendWhenWoken) { IsBackground = true, Name = "puddles sender" };
                thread.Start();
                _thread = thread;
            }

            _wake.Release();
        }
        catch (Exception error) when (error is OutOfMemoryException or ThreadStartException)
        {
            // The system has no thread to give: one of those that there are must do.
            ThreadPool.UnsafeQueueUserWorkItem(_ => Drain(mayWait: true), null);
        }
    }

    private void SendWhenWoken()
    {
        while (true)
        {
            _wake.Wait();
            lock (gate)
            {
                if (_disposed)
                {
                    return;
                }
            }

            Drain(mayWait: true);
        }
    }
}
