namespace Puddles.Scheduling;

/// <summary>Decides how long to go on trying to start workers. Guarded by the pool's lock.</summary>
internal sealed class StartFailures
{
    private const int Patience = 3;

    private int _inARow;

    /// <summary>Whether the last start failed.</summary>
    public bool Any => _inARow > 0;

    public void Reset() => _inARow = 0;

    /// <summary>Takes into account that a worker died before it did anything.</summary>
    public void Note() => _inARow++;

    /// <summary>Takes a failed start into account.</summary>
    /// <returns>Whether those who wait should be told; a worker that took all its time to fail, or whose head failed, is not tried again first.</returns>
    public bool GiveUp(WorkerStartException error)
    {
        _inARow++;
        bool isFinal = error is { ProcessId: not null, ExitCode: null, Signal: null };
        return isFinal || _inARow >= Patience;
    }
}
