using System.Threading.Channels;
using Puddles.Hosting;

namespace Puddles.ToyEngine;

/// <summary>The least that an engine is: it carries bytes to a far end, and settles each call once. It sees nothing of Puddles that is not public.</summary>
public sealed class ToyPool : PuddlePool
{
    private readonly Channel<PuddleCall> _calls = Channel.CreateUnbounded<PuddleCall>();
    private readonly Task[] _ends;
    private volatile bool _isClosed;

    public ToyPool(int ends) => _ends = [.. Enumerable.Range(1, ends).Select(number => Task.Run(() => ServeAsync(number)))];

    public override async ValueTask DisposeAsync()
    {
        _isClosed = true;
        _calls.Writer.TryComplete();
        await Task.WhenAll(_ends);
    }

    protected override void Submit(PuddleCall call)
    {
        if (!_calls.Writer.TryWrite(call))
        {
            Refuse(call);
        }
        else if (call.CancellationToken.CanBeCanceled)
        {
            call.CancellationToken.UnsafeRegister(static state => ((PuddleCall)state!).TrySetCanceled(), call);
        }
    }

    private static void Refuse(PuddleCall call) => call.TrySetException(new ObjectDisposedException(nameof(ToyPool)));

    private async Task ServeAsync(int number)
    {
        await foreach (PuddleCall call in _calls.Reader.ReadAllAsync())
        {
            if (_isClosed)
            {
                Refuse(call);
            }
            else if (!call.IsSettled)
            {
                Settle(call, await RunElsewhereAsync(call, number));
            }
        }
    }

    private static async Task<TaskReply> RunElsewhereAsync(PuddleCall call, int number)
    {
        byte[] sent = call.Arguments.ToArray();
        var context = new PuddleContext { Index = call.Index, WorkerId = number, CancellationToken = call.CancellationToken };
        return await TaskDispatcher.RunAsync(call.TaskId, call.Contract, sent, context);
    }

    private static void Settle(PuddleCall call, TaskReply reply)
    {
        _ = reply switch
        {
            { IsResult: true } => call.TrySetResult(reply.Payload),
            { IsCanceled: true } => call.TrySetCanceled(),
            _ => call.TrySetFailure(reply.Payload),
        };
    }
}
