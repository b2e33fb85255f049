using Puddles.Processors;

namespace Puddles;

/// <summary>How a <see cref="ProcessPool"/> works. Each value is checked when a pool is made with it.</summary>
public sealed class ProcessPoolOptions
{
    internal const int DefaultMaxPayloadBytes = 256 * 1024 * 1024;
    internal const int LeastMaxPayloadBytes = 1024;
    internal const int MostWorkers = 1024;
    internal const int MostTasksPerWorker = 1024;

    private const long LeastMemoryLimitBytes = 16 * 1024 * 1024;

    /// <summary>What metrics, traces and events call the pool; null, the default, for <c>pool-</c> and its number in this process.</summary>
    public string? Name { get; init; }

    /// <summary>How many worker processes there are at most, from 1 to 1,024; by default as many as the processors that this process may use, by its affinity and the limits of its container. They are started as they are needed.</summary>
    public int Workers { get; init; } = System.Environment.ProcessorCount;

    /// <summary>How many workers are started when the pool is made and kept however idle they are, from 0, the default, to <see cref="Workers"/>.</summary>
    public int MinWorkers { get; init; }

    /// <summary>How long a worker may be idle, above zero, before it is ended, if there are more than <see cref="MinWorkers"/>; infinite by default. It is never ended early, and up to a quarter of that time late.</summary>
    public TimeSpan IdleTimeout { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>
    /// How many calls a worker runs at a time, from 1, the default, to 1,024: for asynchronous tasks that mostly wait. Each
    /// begins on a thread of the worker's own, which a synchronous task keeps until it ends. Calls go to the worker that
    /// has the fewest. A worker that dies takes with it every call that it may have begun, this many at most; each of them
    /// fails as one on its own does. With more than one, a call that is over its time has its token cancelled first, and
    /// its worker is killed, with its neighbours, only if it still runs after <see cref="CancelGrace"/>. Such a pool refuses
    /// <see cref="PuddleUnit.OnCores"/>, which holds a whole worker.
    /// </summary>
    public int TasksPerWorker { get; init; } = 1;

    /// <summary>How many calls a worker takes before it is replaced; 1 is a fresh process for each call, 0, the default, sets no limit.</summary>
    public int MaxTasksPerWorker { get; init; }

    /// <summary>How much memory a worker's process may hold, in bytes, before it is replaced when the call that it runs has ended; null, the default, for no limit. It is looked at after calls, at most ten times a second.</summary>
    public long? RecycleAboveBytes { get; init; }

    /// <summary>
    /// How deep pools may be nested, from 1; 4 by default. The workers of a pool in the program itself are 1 deep, those of
    /// a pool that one of their tasks makes are 2 deep, and so on. Calls of a pool that would go deeper fail with
    /// <see cref="WorkerStartException"/>. Each worker is told how deep it is when it starts.
    /// </summary>
    public int MaxDepth { get; init; } = 4;

    /// <summary>How large the managed heap of a worker may grow, in bytes, from 16 MiB; null, the default, for the runtime's own limit, which in a container is 75% of its memory for each worker. A task that needs more fails with <see cref="OutOfMemoryException"/>.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>
    /// The cores that the workers run on, by number, at least one; null, the default, for those of this process. Each worker
    /// may use all of them, with all of its threads and from its start, so that it sees as many processors as there are here.
    /// Linux and Windows.
    /// </summary>
    public IReadOnlyList<int>? Cores { get; init; }

    /// <summary>How long a worker may take from its start until it is ready, above zero; 30 seconds by default.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many calls may wait for a worker, from 1; null, the default, for no limit. Calls that come back from a worker
    /// that died wait whatever the limit. A batch or a stream takes no more units from its source while there is no room.
    /// </summary>
    public int? QueueLimit { get; init; }

    /// <summary>What becomes of a call by itself that there is no room for: it waits, the default, or is refused.</summary>
    public QueueFullMode QueueFullMode { get; init; }

    /// <summary>
    /// How long a call may wait until it begins, above zero, from when it is submitted; null, the default, for ever. A call
    /// that has not begun by then is taken out and fails with <see cref="QueueTimeoutException"/>, never early and up to
    /// 50 ms late. How long it may then run is <see cref="TaskTimeout"/>.
    /// </summary>
    public TimeSpan? QueueTimeout { get; init; }

    /// <summary>
    /// How long a call may run, above zero, counted from when it begins; null, the default, for no limit. A task's own
    /// <see cref="PuddleTaskAttribute.TimeoutMilliseconds"/> goes before it. A call that is over its time fails with
    /// <see cref="TaskTimeoutException"/> and its worker is killed. It is never stopped early, and up to 50 ms late; time in which this process itself is stopped does not count.
    /// </summary>
    public TimeSpan? TaskTimeout { get; init; }

    /// <summary>How long a running call may go on after its caller cancelled it, from zero, before its worker is killed; 5 seconds by default.</summary>
    public TimeSpan CancelGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long disposing the pool waits for the calls that it has taken, from zero, before it kills the workers; 5 seconds by default.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a worker that has calls may be silent to the pool's pings, from 100 ms, before it is killed and replaced;
    /// 30 seconds by default, <see cref="Timeout.InfiniteTimeSpan"/> for ever. A busy or blocked task does not matter,
    /// for a thread of its own answers; a stopped process does, as one in a debugger is.
    /// </summary>
    public TimeSpan HeartbeatTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes that the encoded arguments or the encoded result of one call may take, from 1,024 to 1 GiB; 256 MiB by default.</summary>
    public int MaxPayloadBytes { get; init; } = DefaultMaxPayloadBytes;

    /// <summary>What carries calls to the workers and their results back; <see cref="WorkerTransport.Auto"/> by default.</summary>
    public WorkerTransport Transport { get; init; }

    /// <summary>The program that a worker runs, and its arguments, for a worker that is not this program itself. It must call <see cref="Puddle.Init"/> first and have the tasks that it is asked for. Null, the default, for this program.</summary>
    public IReadOnlyList<string>? WorkerCommand { get; init; }

    /// <summary>Variables to set in the workers' environment, on top of this process's own; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?>? Environment { get; init; }

    /// <summary>The folder that the workers start in; null, the default, for this process's own.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Where a call that failed, timed out or killed its worker leaves a file to be run again from: a capsule, with its
    /// task, arguments and end. Null, the default, for nowhere. Capsules hold the arguments as they are: treat them as you
    /// treat those. The folder is made when it is needed, for this user only; a capsule that cannot be written is told as an
    /// event and harms no call. Start the workers' program with <c>--puddles-replay FILE</c> to run one.
    /// </summary>
    public string? CapsuleFolder { get; init; }

    /// <summary>How many capsules <see cref="CapsuleFolder"/> holds, from 1, before no more are written to it; 100 by default.</summary>
    public int CapsuleLimit { get; init; } = 100;

    /// <summary>What becomes of what the workers write to their standard output and error; by default it goes to those of this process. Their standard input is empty.</summary>
    public WorkerOutput Output { get; init; } = WorkerOutput.PassThrough;

    /// <summary>The head that each worker makes.</summary>
    internal Type Head { get; private set; } = typeof(InfoHead);

    /// <summary>
    /// Names the head of the workers: each makes one when it starts, sets it up before it takes calls, and hands it to the
    /// tasks that ask for it. Without it they have an <see cref="InfoHead"/>. Not to be called while a pool is made with
    /// these options on another thread; later changes do not reach a pool.
    /// </summary>
    /// <typeparam name="THead">The head: a class that is neither abstract nor generic, with a constructor without parameters.</typeparam>
    /// <returns>These options.</returns>
    public ProcessPoolOptions UseHead<THead>()
        where THead : ProcessHead
    {
        Head = typeof(THead);
        return this;
    }

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(CapsuleLimit, 1);
        if (CapsuleFolder is { Length: 0 })
        {
            throw new ArgumentException("CapsuleFolder is empty; null stands for no capsules.", nameof(CapsuleFolder));
        }

        if (Name is { Length: 0 })
        {
            throw new ArgumentException("Name is empty; null stands for a name that is made up.", nameof(Name));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Workers, MostWorkers);
        ArgumentOutOfRangeException.ThrowIfNegative(MinWorkers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MinWorkers, Workers);
        ArgumentOutOfRangeException.ThrowIfLessThan(TasksPerWorker, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(TasksPerWorker, MostTasksPerWorker);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxTasksPerWorker);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDepth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RecycleAboveBytes ?? 1, 1, nameof(RecycleAboveBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(MemoryLimitBytes ?? LeastMemoryLimitBytes, LeastMemoryLimitBytes, nameof(MemoryLimitBytes));
        if (Cores is not null)
        {
            Affinity.Check(new CoreSet(Cores));
        }

        if (IdleTimeout != Timeout.InfiniteTimeSpan)
        {
            ThrowIfNotWithin(IdleTimeout, TimeSpan.FromMilliseconds(1), nameof(IdleTimeout));
        }

        ThrowIfNotWithin(StartTimeout, TimeSpan.FromMilliseconds(1), nameof(StartTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueLimit ?? 1, 1, nameof(QueueLimit));
        if (!Enum.IsDefined(QueueFullMode))
        {
            throw new ArgumentOutOfRangeException(nameof(QueueFullMode), QueueFullMode, "QueueFullMode must be Wait or Refuse.");
        }

        ThrowIfNotWithin(QueueTimeout ?? TimeSpan.MaxValue, TimeSpan.FromMilliseconds(1), nameof(QueueTimeout));
        ThrowIfNotWithin(TaskTimeout ?? TimeSpan.MaxValue, TimeSpan.FromMilliseconds(1), nameof(TaskTimeout));
        if (HeartbeatTimeout != Timeout.InfiniteTimeSpan)
        {
            ThrowIfNotWithin(HeartbeatTimeout, TimeSpan.FromMilliseconds(100), nameof(HeartbeatTimeout));
        }

        ThrowIfNotWithin(CancelGrace, TimeSpan.Zero, nameof(CancelGrace));
        ThrowIfNotWithin(ShutdownGrace, TimeSpan.Zero, nameof(ShutdownGrace));
        ArgumentNullException.ThrowIfNull(Output);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPayloadBytes, LeastMaxPayloadBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxPayloadBytes, 1024 * 1024 * 1024);
        if (Transport is < WorkerTransport.Auto or > WorkerTransport.Socket)
        {
            throw new ArgumentOutOfRangeException(nameof(Transport), Transport, "Transport is none of Auto, SharedMemory and Socket.");
        }

        if (WorkerCommand is { Count: 0 } || (WorkerCommand?.Any(string.IsNullOrEmpty) ?? false))
        {
            throw new ArgumentException("WorkerCommand names a program and its arguments; it is empty, or has an empty part.", nameof(WorkerCommand));
        }

        if (WorkingDirectory is not null && !Directory.Exists(WorkingDirectory))
        {
            throw new ArgumentException($"WorkingDirectory '{WorkingDirectory}' does not exist.", nameof(WorkingDirectory));
        }
    }

    private static void ThrowIfNotWithin(TimeSpan value, TimeSpan least, string name)
    {
        if (value < least)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}.");
        }
    }
}
