using System.Diagnostics;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>
/// Sends what a worker has to say. A reply is with the host before the next call begins, so what has been answered cannot be
/// lost with the worker; but while more calls are here, a host that sleeps is not woken for each. Safe from any thread.
/// </summary>
/// <param name="transport">Where to.</param>
/// <param name="isSerial">Whether replies are sent by one thread, quietly.</param>
internal sealed class ReplySender(Transport transport, bool isSerial)
{
    /// <summary>How long an answer may lie unnoticed while others are made.</summary>
    private static readonly long LongestQuiet = Stopwatch.Frequency / 20_000;

    private readonly BiasedLock _gate = new(isSerial);
    private long _quietSince;

    /// <summary>Whether there are answers that the host need not have heard of.</summary>
    public bool IsQuiet => _quietSince != 0;

    /// <summary>Makes room for the header of a reply.</summary>
    public static void Begin(PayloadBuffer reply)
    {
        reply.Clear();
        reply.GetSpan(ReplyHeader.Bytes);
        reply.Advance(ReplyHeader.Bytes);
    }

    /// <summary>Sends a reply that was begun.</summary>
    public void End(PayloadBuffer reply, FrameKind kind, ulong callId, ulong ran)
    {
        Complete(reply, kind, callId, ran);
        Send(reply.WrittenSpan);
    }

    /// <summary>Sends a reply that was begun, of which the host need not hear at once. Used by the one thread, as is <see cref="BeHeard"/>.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="callId">The call that it answers.</param>
    /// <param name="ran">How long that ran.</param>
    /// <param name="now">The time, as a <see cref="Stopwatch"/> timestamp.</param>
    public void EndQuietly(PayloadBuffer reply, FrameKind kind, ulong callId, ulong ran, long now)
    {
        Complete(reply, kind, callId, ran);
        _gate.EnterAsOwner();
        try
        {
            if (_quietSince == 0)
            {
                _quietSince = now;
            }

            if (now - _quietSince < LongestQuiet)
            {
                transport.SendQuietly(reply.WrittenSpan);
                return;
            }

            _quietSince = 0;
            transport.Send(reply.WrittenSpan);
        }
        finally
        {
            _gate.LeaveAsOwner();
        }
    }

    /// <summary>Sends a reply that was begun, and at the end of it a block that is not copied to it. Used by the one thread.</summary>
    public void End(PayloadBuffer reply, FrameKind kind, ulong callId, ulong ran, ReadOnlySpan<byte> block)
    {
        Complete(reply, kind, callId, ran, block.Length);
        _gate.EnterAsOwner();
        try
        {
            _quietSince = 0;
            transport.SendQuietly(reply.WrittenSpan);
            transport.Send(block);
        }
        finally
        {
            _gate.LeaveAsOwner();
        }
    }

    /// <summary>Sees to it that the host hears of all that was sent.</summary>
    public void BeHeard()
    {
        if (_quietSince == 0)
        {
            return;
        }

        _gate.EnterAsOwner();
        try
        {
            _quietSince = 0;
            transport.Wake();
        }
        finally
        {
            _gate.LeaveAsOwner();
        }
    }

    public void SendEmpty(FrameKind kind, ulong callId)
    {
        Span<byte> frame = stackalloc byte[ReplyHeader.Bytes];
        new ReplyHeader(kind, callId, 0).Write(frame, 0);
        Send(frame);
    }

    /// <summary>As <see cref="SendEmpty"/>, but where the host is gone, that is not said: the end of the control channel says so next.</summary>
    public void TrySendEmpty(FrameKind kind, ulong callId)
    {
        try
        {
            SendEmpty(kind, callId);
        }
        catch (IOException)
        {
            // The host is gone.
        }
    }

    /// <summary>Sends what a call wrote; where the host is gone, that is not said either.</summary>
    public void TrySendOutput(ulong callId, bool isError, ReadOnlySpan<char> text)
    {
        try
        {
            for (; !text.IsEmpty; text = text[Math.Min(text.Length, OutputFrame.MostChars)..])
            {
                Send(OutputFrame.Write(callId, isError, text[..Math.Min(text.Length, OutputFrame.MostChars)]));
            }
        }
        catch (IOException)
        {
            // The host is gone.
        }
    }

    private static void Complete(PayloadBuffer reply, FrameKind kind, ulong callId, ulong ran, int moreBytes = 0) =>
        new ReplyHeader(kind, callId, ran).Write(reply.Patch(0, ReplyHeader.Bytes), reply.Length - ReplyHeader.Bytes + moreBytes);

    private void Send(ReadOnlySpan<byte> frame)
    {
        _gate.Enter();
        try
        {
            transport.Send(frame);
        }
        finally
        {
            _gate.Leave();
        }
    }
}
