namespace Puddles;

/// <summary>A call that waits in an <see cref="InProcessPool"/>. Its registration is read and set under the lock of the pool.</summary>
internal sealed class InProcessCall(InProcessPool pool, PuddleCall call)
{
    public InProcessPool Pool => pool;

    public PuddleCall Call => call;

    /// <summary>Takes the call out of the queue when its caller cancels.</summary>
    public CancellationTokenRegistration Registration { get; set; }

    /// <summary>Takes the call out of the queue when its time to wait is over.</summary>
    public Timer? Deadline { get; set; }

    /// <summary>Stops watching: the call waits no longer.</summary>
    public void Unwatch()
    {
        Registration.Unregister();
        Deadline?.Dispose();
    }
}
