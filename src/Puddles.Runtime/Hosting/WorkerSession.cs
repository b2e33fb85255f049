using System.Diagnostics;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>
/// The worker's side of one connection: shake hands, then read a call, run it, reply, in that order, on the thread that
/// entered (<see cref="SerialCalls"/>). With several calls at a time that thread only reads (<see cref="ConcurrentCalls"/>).
/// </summary>
internal sealed class WorkerSession : IDisposable
{
    private readonly Hello _hello;
    private readonly Transport _transport;
    private readonly ReplySender _replies;
    private readonly CallLedger _ledger;

    private WorkerSession(Hello hello, Transport transport)
    {
        _hello = hello;
        _transport = transport;
        bool isSerial = hello.TasksPerWorker == 1;
        _replies = new ReplySender(transport, isSerial);
        _ledger = new CallLedger(isSerial);
    }

    /// <summary>Serves until the host closes the connection.</summary>
    /// <exception cref="WireException">The host is not who it says, or breaks the protocol.</exception>
    /// <exception cref="IOException">The host cannot be reached.</exception>
    public static void Run(Hello hello, Stream control)
    {
        using var session = new WorkerSession(hello, HostDoor.Connect(hello));
        using var channel = new ControlChannel(control, hello.HostProcessId, session._ledger, session._replies.TrySendEmpty);
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
        PayloadBuffer reply = NewReply();
        ReplySender.Begin(reply);
        ProcessHead? head = WorkerHead.Start(_hello, reply, stopping);
        if (head is null && !stopping.IsCancellationRequested)
        {
            _replies.End(reply, FrameKind.StartFailed, 0, 0);
        }

        return head;
    }

    private void Serve(ProcessHead head)
    {
        var frames = new FrameReader(_transport, CallHeader.Bytes + WireLimits.TermsBytes + _hello.MaxPayloadBytes, _hello.TasksPerWorker == 1 && head.IsPlain ? SerialCalls.HeadOf : null);
        try
        {
            _replies.SendEmpty(FrameKind.Ready, 0);
            if (_hello.TasksPerWorker > 1)
            {
                ServeSeveral(frames, head);
            }
            else
            {
                CallScope scope = NewScope(head);
                new SerialCalls(_transport, frames, _ledger, scope, _replies, NewReply(), (call, payload, reply) => RunWithTerms(call, scope, payload, reply)).Serve();
            }
        }
        catch (IOException)
        {
            // The connection is closed: the control channel tells why.
        }
    }

    private void ServeSeveral(FrameReader frames, ProcessHead head)
    {
        var concurrent = new ConcurrentCalls(_hello.TasksPerWorker, NewReply, (call, arguments, reply) => RunAsync(call, NewScope(head), arguments, reply));
        while (frames.TryRead(out ReadOnlyMemory<byte> frame))
        {
            var call = CallHeader.Read(frame.Span);
            if (call.IsBundle)
            {
                throw new WireException("calls were sent together to a worker that runs several at a time.");
            }

            concurrent.WaitForRoom();
            if (_ledger.TryBegin(call.CallId))
            {
                concurrent.Begin(call, frame[(CallHeader.Bytes - FrameReader.PrefixBytes)..].ToArray());
            }
        }
    }

    private async Task RunAsync(CallHeader call, CallScope scope, ReadOnlyMemory<byte> payload, PayloadBuffer reply)
    {
        ReplySender.Begin(reply);
        long began = Stopwatch.GetTimestamp();
        DispatchOutcome outcome = await DispatchAsync(call, scope, payload, reply).ConfigureAwait(false);
        var ran = (ulong)Stopwatch.GetElapsedTime(began).Ticks * 100;
        _ledger.End(call.CallId);
        _replies.End(reply, outcome.ToFrameKind(), call.CallId, ran);
    }

    private ValueTask<DispatchOutcome> DispatchAsync(CallHeader call, CallScope scope, ReadOnlyMemory<byte> payload, PayloadBuffer reply)
    {
        if (call.TermsBytes != 0)
        {
            return RunWithTerms(call, scope, payload, reply);
        }

        if (TaskDispatcher.Find(call.TaskId, call.Contract, reply) is not { } task)
        {
            return new(DispatchOutcome.Failure);
        }

        scope.Enter(call.CallId, call.Index, call.Attempt);
        return TaskDispatcher.DispatchAsync(new TaskInvocation(task, scope, payload, reply), reply);
    }

    private async ValueTask<DispatchOutcome> RunWithTerms(CallHeader call, CallScope scope, ReadOnlyMemory<byte> payload, PayloadBuffer reply)
    {
        scope.Enter(call.CallId, call.Index, call.Attempt);
        PuddleContext context = scope.ToContext();
        CallTerms terms = CallTerms.Decode(payload[..call.TermsBytes]);
        using TracedRun? traced = TracedRun.Start(terms.Trace, call.TaskId, context);
        DispatchOutcome outcome = await TermedRun.RunAsync(
            terms,
            reply,
            (isError, text) => _replies.TrySendOutput(call.CallId, isError, text),
            () => TaskDispatcher.DispatchAsync(call.TaskId, call.Contract, payload[call.TermsBytes..], reply, context)).ConfigureAwait(false);
        traced?.Note(outcome);
        return outcome;
    }

    private CallScope NewScope(ProcessHead head) => new(_ledger, _hello.WorkerId, _hello.HostProcessId, head);

    private PayloadBuffer NewReply() => new() { Limit = (int)Math.Min(int.MaxValue, (long)_hello.MaxPayloadBytes + ReplyHeader.Bytes) };
}
