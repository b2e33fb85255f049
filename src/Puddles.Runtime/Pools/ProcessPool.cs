using System.Diagnostics;
using Puddles.Hosting;
using Puddles.Scheduling;
using Puddles.Watching;
using Puddles.Workers;

namespace Puddles;

/// <summary>
/// Runs tasks in worker processes of this machine: copies of this program, or of <see cref="ProcessPoolOptions.WorkerCommand"/>.
/// Workers start as they are needed, and one that dies is replaced. All members are safe from any thread.
/// </summary>
[DebuggerDisplay("{Describe(),nq}")]
public sealed class ProcessPool : PuddlePool
{
    private readonly ProcessPoolOptions _options;
    private readonly CallScheduler _scheduler;
    private readonly bool _sendsTogether;

    /// <summary>Makes a pool. Beyond <see cref="ProcessPoolOptions.MinWorkers"/>, workers start with the calls that need them.</summary>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <exception cref="ArgumentException">A value of the options is out of its range.</exception>
    public ProcessPool(ProcessPoolOptions? options = null)
        : base(options?.Name, countsItself: true)
    {
        _options = options ?? new ProcessPoolOptions();
        _options.Validate();
        _scheduler = new CallScheduler(_options, Name);

        // What counts, times or keeps single calls needs them one by one.
        _sendsTogether = _options is { TasksPerWorker: 1, MaxTasksPerWorker: 0, QueueLimit: null, QueueTimeout: null, CapsuleFolder: null };
        if (_options.MinWorkers > 0 && WorkerCommand.WhyNone(_options) is null)
        {
            _scheduler.StartKept();
        }

        BecomeKnown();
    }

    /// <summary>
    /// Tells the state of the pool in words, to find out why something does not go on: its workers with their processes
    /// and calls, how old those are, and what waits. Many lines; their form may change.
    /// </summary>
    public string Describe() => _scheduler.Describe();

    /// <inheritdoc/>
    public override string ToString() => $"{nameof(ProcessPool)} '{Name}'";

    /// <inheritdoc/>
    public override PoolStats Stats => _scheduler.Stats();

    /// <inheritdoc/>
    protected internal override int MaxPayloadBytes => _options.MaxPayloadBytes;

    /// <inheritdoc/>
    protected internal override int LookAhead => Math.Max(16_384, 2 * _options.Workers * _options.TasksPerWorker);

    internal override bool CompletesAside => true;

    internal override bool SendsTogether => _sendsTogether && !HasTerms && !CallWatch.IsWanted;

    internal override int MostTogether(TaskDefinition task) => _scheduler.MostTogether(task.Id);

    /// <summary>Changes how many workers there are at most. Where there are more, the idle go first; a busy one finishes what it has.</summary>
    /// <param name="workers">How many, from 1 to 1,024.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is out of its range.</exception>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public void Resize(int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workers, ProcessPoolOptions.MostWorkers);
        _scheduler.Resize(workers);
    }

    /// <summary>Replaces every worker by a fresh one. Each finishes the calls that it has; no call is lost.</summary>
    /// <returns>Completes when every worker of before is gone.</returns>
    /// <exception cref="ObjectDisposedException">The pool is disposed.</exception>
    public Task RecycleAsync() => _scheduler.RecycleAsync();

    /// <summary>
    /// Takes no more calls, waits up to <see cref="ProcessPoolOptions.ShutdownGrace"/> for those that it has, and ends
    /// the workers. What is not done by then fails with <see cref="ObjectDisposedException"/>. Further calls of it wait
    /// for the first.
    /// </summary>
    /// <returns>Completes when every worker process is gone.</returns>
    public override ValueTask DisposeAsync()
    {
        LivePools.Remove(this);
        return new ValueTask(_scheduler.CloseAsync());
    }

    /// <inheritdoc/>
    protected internal override void Submit(PuddleCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (IsTakeable(call))
        {
            _scheduler.Submit(call);
        }
    }

    /// <inheritdoc/>
    protected internal override ValueTask SubmitAsync(PuddleCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return IsTakeable(call) ? new ValueTask(_scheduler.SubmitAsync(call)) : default;
    }

    /// <summary>Whether this pool can run a call at all; one that it cannot is settled.</summary>
    private bool IsTakeable(PuddleCall call)
    {
        if (WorkerCommand.WhyNone(_options) is { } reason)
        {
            _scheduler.Refuse(call, new WorkerStartException(reason));
            return false;
        }

        if (_options.TasksPerWorker > 1 && call.Cores is not null)
        {
            _scheduler.Refuse(call, new PuddleException($"OnCores holds the whole process of a worker, and the workers of this pool run other calls beside that of task '{call.TaskName}'. Use a pool whose TasksPerWorker is 1, or set ProcessPoolOptions.Cores."));
            return false;
        }

        return true;
    }
}
