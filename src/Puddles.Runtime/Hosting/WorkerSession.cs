using System.Diagnostics;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>The worker's side of one connection: shake hands, then read a call, run it, reply, in that order, on the thread that entered.</summary>
internal sealed class WorkerSession : IDisposable
{
    private readonly Hello _hello;
    private readonly Transport _transport;
    private readonly CallLedger _ledger = new();
    private readonly PayloadBuffer _reply;
    private readonly Lock _sending = new();

    private WorkerSession(Hello hello, Transport transport)
    {
        _hello = hello;
        _transport = transport;
        _reply = new PayloadBuffer { Limit = (int)Math.Min(int.MaxValue, (long)hello.MaxPayloadBytes + ReplyHeader.Bytes) };
    }

    /// <summary>Serves until the host closes the connection.</summary>
    /// <exception cref="WireException">The host is not who it says, or breaks the protocol.</exception>
    /// <exception cref="IOException">The host cannot be reached.</exception>
    public static void Run(Hello hello, Stream control)
    {
        using var session = new WorkerSession(hello, HostDoor.Connect(hello));
        using var channel = new ControlChannel(control, session._ledger, session.TrySendEmpty);
        channel.Start();
        if (session.SetUp() is not { } head)
        {
            return;
        }

        session.Serve(head);
        channel.WaitForStop();
        WorkerHead.Stop(head);
    }

    public void Dispose() => _transport.Dispose();

    /// <summary>Makes the head and sets it up, or tells the host why that failed.</summary>
    private ProcessHead? SetUp()
    {
        BeginReply();
        ProcessHead? head = WorkerHead.Start(_hello, _reply);
        if (head is null)
        {
            EndReply(FrameKind.StartFailed, 0, 0);
        }

        return head;
    }

    private void Serve(ProcessHead head)
    {
        var frames = new FrameReader(_transport, CallHeader.Bytes + WireLimits.TermsBytes + _hello.MaxPayloadBytes);
        try
        {
            SendEmpty(FrameKind.Ready, 0);
            while (frames.TryRead(out ReadOnlyMemory<byte> frame))
            {
                CallHeader call = CallHeader.Read(frame.Span);
                if (_ledger.TryBegin(call.CallId, out CancellationToken cancellationToken))
                {
                    RunCall(call, head, frame[(CallHeader.Bytes - FrameReader.PrefixBytes)..], cancellationToken);
                }
            }
        }
        catch (IOException)
        {
            // The connection is closed: the control channel tells why.
        }
    }

    private void RunCall(CallHeader call, ProcessHead head, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var context = new PuddleContext
        {
            Index = call.Index,
            Attempt = call.Attempt,
            WorkerId = _hello.WorkerId,
            ParentProcessId = _hello.HostProcessId,
            Head = head,
            CancellationToken = cancellationToken,
        };

        BeginReply();
        long began = Stopwatch.GetTimestamp();
        ValueTask<DispatchOutcome> running = call.TermsBytes == 0
            ? TaskDispatcher.DispatchAsync(call.TaskId, call.Contract, payload, _reply, context)
            : RunWithTerms(call, payload, context);
        DispatchOutcome outcome = running.IsCompletedSuccessfully ? running.Result : running.AsTask().GetAwaiter().GetResult();
        var ran = (ulong)Stopwatch.GetElapsedTime(began).Ticks * 100;
        _ledger.End();

        FrameKind kind = outcome switch
        {
            DispatchOutcome.Result => FrameKind.Result,
            DispatchOutcome.Canceled => FrameKind.Canceled,
            _ => FrameKind.Failure,
        };
        EndReply(kind, call.CallId, ran);
    }

    private ValueTask<DispatchOutcome> RunWithTerms(CallHeader call, ReadOnlyMemory<byte> payload, PuddleContext context) =>
        TermedRun.RunAsync(
            CallTerms.Decode(payload[..call.TermsBytes]),
            _reply,
            () => TaskDispatcher.DispatchAsync(call.TaskId, call.Contract, payload[call.TermsBytes..], _reply, context));

    private void BeginReply()
    {
        _reply.Clear();
        _reply.GetSpan(ReplyHeader.Bytes);
        _reply.Advance(ReplyHeader.Bytes);
    }

    private void EndReply(FrameKind kind, ulong callId, ulong ran)
    {
        new ReplyHeader(kind, callId, ran).Write(_reply.Patch(0, ReplyHeader.Bytes), _reply.Length - ReplyHeader.Bytes);
        Send(_reply.WrittenSpan);
    }

    private void TrySendEmpty(FrameKind kind, ulong callId)
    {
        try
        {
            SendEmpty(kind, callId);
        }
        catch (IOException)
        {
            // The host is gone: the end of the control channel says so next.
        }
    }

    private void SendEmpty(FrameKind kind, ulong callId)
    {
        Span<byte> frame = stackalloc byte[ReplyHeader.Bytes];
        new ReplyHeader(kind, callId, 0).Write(frame, 0);
        Send(frame);
    }

    /// <summary>A reply is on its way before the next call begins: what has been answered cannot be lost with the worker.</summary>
    private void Send(ReadOnlySpan<byte> frame)
    {
        lock (_sending)
        {
            _transport.Send(frame);
        }
    }
}
