using Puddles.Scheduling;
using Puddles.Workers;

namespace Puddles;

/// <summary>
/// Runs tasks in worker processes of this machine: copies of this program, or of <see cref="ProcessPoolOptions.WorkerCommand"/>.
/// Workers start as they are needed, and one that dies is replaced. All members are safe from any thread.
/// </summary>
public sealed class ProcessPool : PuddlePool
{
    private readonly ProcessPoolOptions _options;
    private readonly CallScheduler _scheduler;

    /// <summary>Makes a pool. No process is started before the first call.</summary>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="ArgumentException">A value of the options is out of its range.</exception>
    public ProcessPool(ProcessPoolOptions? options = null)
    {
        _options = options ?? new ProcessPoolOptions();
        _options.Validate();
        _scheduler = new CallScheduler(_options);
    }

    /// <inheritdoc/>
    protected internal override int MaxPayloadBytes => _options.MaxPayloadBytes;

    /// <summary>
    /// Takes no more calls, waits up to <see cref="ProcessPoolOptions.ShutdownGrace"/> for those that it has, and ends
    /// the workers. What is not done by then fails with <see cref="ObjectDisposedException"/>. Further calls of it wait
    /// for the first.
    /// </summary>
    /// <returns>Completes when every worker process is gone.</returns>
    public override ValueTask DisposeAsync() => new(_scheduler.CloseAsync());

    /// <inheritdoc/>
    protected internal override void Submit(PuddleCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (WorkerCommand.WhyNone(_options.WorkerCommand is not null) is { } reason)
        {
            call.TrySetException(new WorkerStartException(reason));
        }
        else
        {
            _scheduler.Submit(call);
        }
    }
}
