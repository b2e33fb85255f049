using Puddles.Wire;

namespace Puddles.Workers;

/// <summary>
/// One worker's life, on a thread of its own: launch, handshake, replies, death. The thread ends with the process.
/// </summary>
internal sealed partial class Worker(int id, WorkerSettings settings, IWorkerOwner owner)
{
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly InFlightCalls _inFlight = new();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerProcessHandle? _process;
    private CallSender? _sender;
    private TimeSpan _patience = KillPatience;
    private bool _isLeaving;
    private bool _isStopping;
    private bool _wasAskedToGo;
    private string? _silence;
    private Exception? _headError;

    /// <summary>How many calls it has. Read without the lock it may be too high for a moment, never too low, while the pool's lock keeps others from giving it more.</summary>
    public int Count => _inFlight.Count;

    /// <summary>How long its calls are expected to take together, in nanoseconds; the same holds.</summary>
    public long ExpectedNanoseconds => _inFlight.ExpectedNanoseconds;

    /// <summary>Whether it takes calls: it is ready, and nobody has asked it to leave or to stop.</summary>
    public bool IsTaking => Volatile.Read(ref _sender) is not null && !Volatile.Read(ref _isStopping) && !Volatile.Read(ref _isLeaving);

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

    /// <summary>Completes when its process is gone.</summary>
    public Task Gone => _gone.Task;

    /// <summary>The call that the overseer saw it run, and since when. Guarded by the pool's lock.</summary>
    public WorkerCall? Watched { get; set; }

    /// <summary>When <see cref="Watched"/> was first seen, as a <see cref="System.Diagnostics.Stopwatch"/> timestamp. Guarded by the pool's lock.</summary>
    public long WatchedSince { get; set; }

    /// <summary>The call that ran long when the overseer looked last. Guarded by the pool's lock.</summary>
    public WorkerCall? HeldUpBy { get; set; }

    /// <summary>Whether a call runs so long that nothing is to be put behind it.</summary>
    public bool IsHeldUp => HeldUpBy is { State: WorkerCallState.Sent } call && call.Worker == this;

    /// <summary>Begins its life.</summary>
    public void Start() => new Thread(Live) { IsBackground = true, Name = $"puddles worker {id}" }.Start();

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

            Given++;
            _inFlight.Add(call);
            _sender!.Enqueue(call, _inFlight.Bytes);
            return true;
        }
    }

    /// <summary>Sends what it was given; does not wait for it.</summary>
    public void Flush() => _sender?.Flush();

    /// <summary>Says something beside the calls.</summary>
    public void Tell(ControlMessage message) => _process?.Tell(message);

    /// <summary>The calls that it has, in the order in which they were sent: the first is the one that runs, if one does.</summary>
    public List<WorkerCall> Calls()
    {
        lock (_gate)
        {
            return _inFlight.ToList();
        }
    }

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
    }

    /// <summary>Kills it and what it started.</summary>
    public void Kill()
    {
        Volatile.Write(ref _wasAskedToGo, true);
        Volatile.Write(ref _isStopping, true);
        _process?.Kill();
    }

    /// <summary>Kills it, if the call is still the one that it has had longest; no call that comes later is hit.</summary>
    public void KillFor(WorkerCall call)
    {
        lock (_gate)
        {
            if (_inFlight.Oldest != call)
            {
                return;
            }

            _isStopping = true;
        }

        _process?.Kill();
    }

    /// <summary>Kills it because it does not answer.</summary>
    /// <param name="silence">For how long, as a message says it.</param>
    public void KillFor(string silence)
    {
        Volatile.Write(ref _silence, silence);
        Volatile.Write(ref _isStopping, true);
        _process?.Kill();
    }
}
