using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>
/// One worker's life, on a thread of its own: launch, handshake, replies, death. The thread ends with the process.
/// </summary>
internal sealed partial class Worker(int id, WorkerSettings settings, IWorkerOwner owner)
{
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SetUpPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OutputPatience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly InFlightCalls _inFlight = new();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerProcessHandle? _process;
    private FrameReader? _frames;
    private CallSender? _sender;
    private StartAlarm? _startAlarm;
    private TimeSpan _patience = KillPatience;
    private bool _isLeaving;
    private bool _isStopping;
    private bool _wasAskedToGo;
    private bool _isLate;
    private string? _killedFor;
    private Exception? _headError;

    /// <summary>Its number in its pool.</summary>
    public int Id => id;

    /// <summary>Its process; null before it has shaken hands.</summary>
    public int? ProcessId => _process?.ProcessId;

    /// <summary>How many calls it has. Read without the lock it may be too high for a moment, never too low, while the pool's lock keeps others from giving it more.</summary>
    public int Count => _inFlight.Count;

    /// <summary>How long its calls are expected to take together, in nanoseconds; the same holds.</summary>
    public long ExpectedNanoseconds => _inFlight.ExpectedNanoseconds;

    /// <summary>How many calls can be on their way to it, if they are small, without a sender ever waiting; 0 before it is ready.</summary>
    public int FreeFrames => _process?.Transport.FreePieces ?? 0;

    /// <summary>Whether it has said something that nobody has read yet.</summary>
    public bool HasUnread => _process?.Transport.HasUnread ?? false;

    /// <summary>Whether it takes calls: it is ready, and nobody has asked it to leave or to stop.</summary>
    public bool IsTaking => Volatile.Read(ref _sender) is not null && !Volatile.Read(ref _isStopping) && !Volatile.Read(ref _isLeaving);

    /// <summary>Where it stands, as a person is told.</summary>
    public string Standing =>
        Volatile.Read(ref _isStopping) ? "stopping"
        : Volatile.Read(ref _isLeaving) ? "leaving"
        : Volatile.Read(ref _sender) is null ? "starting"
        : "ready";

    /// <summary>When it last began to have calls or answered one, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp. Guarded by the pool's lock.</summary>
    public long MovedAt { get; set; }

    /// <summary>When it last ended a call, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp. Guarded by the pool's lock.</summary>
    public long AnsweredAt { get; set; }

    /// <summary>How many calls it was given in all. Guarded by the pool's lock.</summary>
    public int Given { get; private set; }

    /// <summary>Since when it has had no call, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp. Guarded by the pool's lock.</summary>
    public long IdleSince { get; set; }

    /// <summary>When its memory was measured last. Used on its own thread only.</summary>
    public long MeasuredAt { get; set; }

    /// <summary>Whether it still answers. Guarded by the pool's lock.</summary>
    public Pulse Pulse { get; } = new();

    /// <summary>Whether the pool wants it to end.</summary>
    public bool WasAskedToGo => Volatile.Read(ref _wasAskedToGo);

    /// <summary>Completes when its process is gone, and what it wrote is handed on or has been waited for long enough.</summary>
    public Task Gone => _gone.Task;

    /// <summary>How many calls it runs at a time, at most: of those that it has, the oldest so many may have begun.</summary>
    public int TasksAtATime => settings.TasksPerWorker;

    /// <summary>Whether its calls run so long that nothing is to be put behind them. Guarded by the pool's lock.</summary>
    public bool IsHeldUp { get; set; }

    /// <summary>Who reads from it.</summary>
    public ReaderSeat Seat { get; } = new();

    /// <summary>Begins its life.</summary>
    public void Start()
    {
        try
        {
            new Thread(Live) { IsBackground = true, Name = $"puddles worker {id}" }.Start();
        }
        catch (Exception error) when (error is OutOfMemoryException or ThreadStartException)
        {
            // The system has no thread to give, and the pool's lock is held here.
            ThreadPool.UnsafeQueueUserWorkItem(_ => GiveUpStarting(new WorkerStartException($"A worker could not start: there is no thread for it: {error.Message}", error)), null);
        }
    }

    /// <summary>Gives it a call, which <see cref="Flush"/> sends.</summary>
    /// <returns>False where it takes none.</returns>
    public bool TryGive(WorkerCall call)
    {
        lock (_gate)
        {
            if (!IsTaking)
            {
                return false;
            }

            Given += call.Count;
            _inFlight.Add(call);
            _sender!.Enqueue(call, _inFlight.Count > FreeFrames ? long.MaxValue : _inFlight.Bytes);
            return true;
        }
    }

    /// <summary>Sends what it was given; does not wait for it.</summary>
    public void Flush() => _sender?.Flush();

    /// <summary>Says something beside the calls.</summary>
    public void Tell(ControlMessage message) => _process?.Tell(message);

    /// <summary>Takes apart calls that were sent to it together, so that each can have a fate of its own.</summary>
    public IReadOnlyList<WorkerCall> TakeApart(WorkerCall together)
    {
        lock (_gate)
        {
            return _inFlight.TakeApart(together);
        }
    }

    /// <summary>The calls that it has, each by itself, in the order in which they were sent: the first are the ones that run, if any do.</summary>
    public List<WorkerCall> Calls()
    {
        lock (_gate)
        {
            return _inFlight.ToList();
        }
    }

    /// <summary>Whether one of the first calls that it has can have begun. To be asked when it is gone.</summary>
    public bool MayHaveBegun(WorkerCall call) => _sender!.MayHaveBegun(call);

    /// <summary>How much memory its process holds, in bytes.</summary>
    public long MemoryBytes() => _process?.MemoryBytes() ?? 0;

    /// <summary>Takes no more calls.</summary>
    public void Leave()
    {
        Volatile.Write(ref _wasAskedToGo, true);
        Volatile.Write(ref _isLeaving, true);
    }

    /// <summary>Ends the connection: the worker ends by itself, or is killed when its time is up.</summary>
    /// <param name="patience">How long it may take.</param>
    public void Stop(TimeSpan patience)
    {
        lock (_gate)
        {
            _wasAskedToGo = true;
            _isStopping = true;
            _patience = patience;
        }

        _process?.Stop();
        ReadOnIfLeft();
    }

    /// <summary>Kills it and what it started.</summary>
    public void Kill()
    {
        lock (_gate)
        {
            _wasAskedToGo = true;
            _isStopping = true;
        }

        KillProcess();
    }

    /// <summary>Kills it on its own account.</summary>
    /// <param name="reason">What it did, as in "because it …", for calls that end with it.</param>
    /// <param name="call">The call that it is for: where the worker has that no more, nothing is done, so that no call that comes later is hit. Null for none.</param>
    /// <param name="callId">The number of that call.</param>
    public void KillFor(string reason, WorkerCall? call, ulong callId)
    {
        lock (_gate)
        {
            if (call is not null && !_inFlight.Contains(call, callId))
            {
                return;
            }

            _isStopping = true;
            _killedFor ??= reason;
        }

        KillProcess();
    }

    private void KillProcess()
    {
        _process?.Kill();
        ReadOnIfLeft();
    }
}
