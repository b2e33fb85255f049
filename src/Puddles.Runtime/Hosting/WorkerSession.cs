using System.Diagnostics;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>
/// The worker's side of one connection: shake hands, then read a call, run it, reply, in that order, on the thread that
/// entered. With several calls at a time that thread only reads; see <see cref="ConcurrentCalls"/>.
/// </summary>
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
        _reply = NewReply();
    }

    /// <summary>Serves until the host closes the connection.</summary>
    /// <exception cref="WireException">The host is not who it says, or breaks the protocol.</exception>
    /// <exception cref="IOException">The host cannot be reached.</exception>
    public static void Run(Hello hello, Stream control)
    {
        using var session = new WorkerSession(hello, HostDoor.Connect(hello));
        using var channel = new ControlChannel(control, hello.HostProcessId, session._ledger, session.TrySendEmpty);
        channel.Start();
        if (session.SetUp(channel.Stopping) is not { } head)
        {
            return;
        }

        session.Serve(head);
        channel.WaitForStop();
        WorkerHead.Stop(head);
    }

    public void Dispose() => _transport.Dispose();

    /// <summary>Makes the head and sets it up, or tells the host why that failed.</summary>
    private ProcessHead? SetUp(CancellationToken stopping)
    {
        BeginReply(_reply);
        ProcessHead? head = WorkerHead.Start(_hello, _reply, stopping);
        if (head is null && !stopping.IsCancellationRequested)
        {
            EndReply(_reply, FrameKind.StartFailed, 0, 0);
        }

        return head;
    }

    private void Serve(ProcessHead head)
    {
        var frames = new FrameReader(_transport, CallHeader.Bytes + WireLimits.TermsBytes + _hello.MaxPayloadBytes);
        ConcurrentCalls? concurrent = _hello.TasksPerWorker > 1
            ? new ConcurrentCalls(_hello.TasksPerWorker, NewReply, (call, arguments, token, reply) => RunAsync(call, head, arguments, reply, token))
            : null;
        try
        {
            SendEmpty(FrameKind.Ready, 0);
            while (frames.TryRead(out ReadOnlyMemory<byte> frame))
            {
                CallHeader call = CallHeader.Read(frame.Span);
                concurrent?.WaitForRoom();
                if (_ledger.TryBegin(call.CallId, out CancellationToken cancellationToken))
                {
                    ReadOnlyMemory<byte> arguments = frame[(CallHeader.Bytes - FrameReader.PrefixBytes)..];
                    if (concurrent is null)
                    {
                        RunCall(call, head, arguments, cancellationToken);
                    }
                    else
                    {
                        concurrent.Begin(call, arguments.ToArray(), cancellationToken);
                    }
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
        BeginReply(_reply);
        long began = Stopwatch.GetTimestamp();
        ValueTask<DispatchOutcome> running = DispatchAsync(call, head, payload, _reply, cancellationToken);
        DispatchOutcome outcome = running.IsCompletedSuccessfully ? running.Result : running.AsTask().GetAwaiter().GetResult();
        Finish(call, outcome, began, _reply);
    }

    private async Task RunAsync(CallHeader call, ProcessHead head, ReadOnlyMemory<byte> payload, PayloadBuffer reply, CancellationToken cancellationToken)
    {
        BeginReply(reply);
        long began = Stopwatch.GetTimestamp();
        DispatchOutcome outcome = await DispatchAsync(call, head, payload, reply, cancellationToken).ConfigureAwait(false);
        Finish(call, outcome, began, reply);
    }

    private ValueTask<DispatchOutcome> DispatchAsync(CallHeader call, ProcessHead head, ReadOnlyMemory<byte> payload, PayloadBuffer reply, CancellationToken cancellationToken)
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
        return call.TermsBytes == 0
            ? TaskDispatcher.DispatchAsync(call.TaskId, call.Contract, payload, reply, context)
            : RunWithTerms(call, payload, reply, context);
    }

    private void Finish(CallHeader call, DispatchOutcome outcome, long began, PayloadBuffer reply)
    {
        var ran = (ulong)Stopwatch.GetElapsedTime(began).Ticks * 100;
        _ledger.End(call.CallId);
        FrameKind kind = outcome switch
        {
            DispatchOutcome.Result => FrameKind.Result,
            DispatchOutcome.Canceled => FrameKind.Canceled,
            _ => FrameKind.Failure,
        };
        EndReply(reply, kind, call.CallId, ran);
    }

    private async ValueTask<DispatchOutcome> RunWithTerms(CallHeader call, ReadOnlyMemory<byte> payload, PayloadBuffer reply, PuddleContext context)
    {
        CallTerms terms = CallTerms.Decode(payload[..call.TermsBytes]);
        using TracedRun? traced = TracedRun.Start(terms.Trace, call.TaskId, context);
        DispatchOutcome outcome = await TermedRun.RunAsync(
            terms,
            reply,
            (isError, text) => TrySendOutput(call.CallId, isError, text),
            () => TaskDispatcher.DispatchAsync(call.TaskId, call.Contract, payload[call.TermsBytes..], reply, context)).ConfigureAwait(false);
        traced?.Note(outcome);
        return outcome;
    }

    private PayloadBuffer NewReply() => new() { Limit = (int)Math.Min(int.MaxValue, (long)_hello.MaxPayloadBytes + ReplyHeader.Bytes) };

    private static void BeginReply(PayloadBuffer reply)
    {
        reply.Clear();
        reply.GetSpan(ReplyHeader.Bytes);
        reply.Advance(ReplyHeader.Bytes);
    }

    private void EndReply(PayloadBuffer reply, FrameKind kind, ulong callId, ulong ran)
    {
        new ReplyHeader(kind, callId, ran).Write(reply.Patch(0, ReplyHeader.Bytes), reply.Length - ReplyHeader.Bytes);
        Send(reply.WrittenSpan);
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

    private void TrySendOutput(ulong callId, bool isError, ReadOnlySpan<char> text)
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
