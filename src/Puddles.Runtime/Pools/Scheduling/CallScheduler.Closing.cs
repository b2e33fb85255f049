using Puddles.Watching;
using Puddles.Workers;

namespace Puddles.Scheduling;

/// <content>The end of a pool.</content>
internal sealed partial class CallScheduler
{
    private readonly TaskCompletionSource _allSettled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _allGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _departing = [];
    private Task? _closing;
    private bool _isEnding;

    private bool IsClosed => _closing is not null;

    /// <summary>Takes no more calls, waits for those that it has, ends the workers.</summary>
    public Task CloseAsync()
    {
        Task closing;
        Aftermath aftermath = default;
        using (Enter())
        {
            Assign(ref aftermath);
            closing = _closing ??= Task.Run(CloseCoreAsync);
        }

        aftermath.Happen();
        return closing;
    }

    private static ObjectDisposedException Disposed() =>
        new(nameof(ProcessPool), "The pool is disposed, and this call did not run to its end.");

    private async Task CloseCoreAsync()
    {
        using (Enter())
        {
            NoteProgressOfClosing();
        }

        await Task.WhenAny(_allSettled.Task, Task.Delay(_options.ShutdownGrace)).ConfigureAwait(false);

        List<WorkerCall> late;
        Aftermath aftermath = default;
        IReadOnlyList<Worker> workers;
        using (Enter())
        {
            _isEnding = true;
            late = TakeQueued(CallOutcome.PoolClosed, ref aftermath);
            workers = _crew.All;
            foreach (WorkerCall item in workers.SelectMany(worker => worker.Calls()))
            {
                item.KilledFor ??= Disposed();
            }

            NoteProgressOfClosing();
        }

        aftermath.Happen();
        late.ForEach(item => Settle(item, call => call.TrySetException(Disposed())));
        foreach (Worker worker in workers)
        {
            if (worker.Count == 0)
            {
                worker.Stop(Aftermath.ExitPatience);
            }
            else
            {
                worker.Kill();
            }
        }

        await _allGone.Task.ConfigureAwait(false);
        await Task.WhenAll(_departing).ConfigureAwait(false);
        if (_capsules is not null)
        {
            await Task.WhenAny(_capsules.Finished, Task.Delay(_options.ShutdownGrace)).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets a worker whose process is gone, but for what it wrote and has not been handed on.</summary>
    private void Dismiss(Worker worker)
    {
        _crew.Remove(worker);
        _departing.RemoveAll(gone => gone.IsCompleted);
        _departing.Add(worker.Gone);
    }

    private void NoteProgressOfClosing()
    {
        if (IsClosed && _unsettled == 0)
        {
            _allSettled.TrySetResult();
        }

        if (_isEnding && _crew.IsEmpty)
        {
            _allGone.TrySetResult();
        }
    }
}
