using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Puddles.Serialization;
using Puddles.Wire;

namespace Puddles.Hosting;

/// <summary>
/// Several calls at a time in one worker. Each begins on a thread of the worker's own: a synchronous task keeps that
/// thread, an asynchronous one goes on where its awaits take it. A call begins when fewer than the most are running, so
/// of the calls that the host has had no reply to, only the oldest so many may have begun.
/// </summary>
/// <param name="most">How many run at a time, at most.</param>
/// <param name="newReply">Makes a buffer for replies.</param>
/// <param name="run">Runs a call and sends its reply.</param>
[SuppressMessage("Reliability", "CA1001", Justification = "Calls may end after the connection has, and nobody waits for a handle of the semaphore.")]
internal sealed class ConcurrentCalls(int most, Func<PayloadBuffer> newReply, Func<CallHeader, ReadOnlyMemory<byte>, PayloadBuffer, Task> run)
{
    private readonly ConcurrentBag<PayloadBuffer> _replies = [];
    private readonly SemaphoreSlim _room = new(most);
    private OwnThreads<Begun>? _threads;
    private bool _hasRoom;

    /// <summary>Waits until another call may begin.</summary>
    public void WaitForRoom()
    {
        if (!_hasRoom)
        {
            _room.Wait();
            _hasRoom = true;
        }
    }

    /// <summary>Begins a call, for which there is room; does not wait for it. Used, as <see cref="WaitForRoom"/> is, by one thread.</summary>
    public void Begin(CallHeader call, ReadOnlyMemory<byte> arguments)
    {
        _hasRoom = false;
        _threads ??= new("puddles call", most, begun => _ = RunAsync(begun));
        _threads.Run(new Begun(call, arguments));
    }

    private async Task RunAsync(Begun begun)
    {
        PayloadBuffer reply = _replies.TryTake(out PayloadBuffer? used) ? used : newReply();
        try
        {
            await run(begun.Call, begun.Arguments, reply).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The host is gone: the control channel tells why.
        }
        catch (Exception error)
        {
            // The host would wait for ever for a reply that cannot be made.
            Environment.FailFast($"puddles: the reply to call {begun.Call.CallId} could not be made.", error);
        }

        reply.Clear();
        _replies.Add(reply);
        _room.Release();
    }

    private readonly record struct Begun(CallHeader Call, ReadOnlyMemory<byte> Arguments);
}
