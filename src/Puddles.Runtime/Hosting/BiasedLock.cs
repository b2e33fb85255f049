namespace Puddles.Hosting;

/// <summary>
/// A lock that one thread, its owner, takes for every call, and others now and then. The owner's way has no barrier: one would
/// wait until all that the owner wrote to shared memory has arrived there, which takes longer than the call. Others pay for
/// that with a barrier in the whole process (Dice, Huang and Yang, "Asymmetric Dekker synchronization", 2001).
/// </summary>
/// <param name="isBiased">False where there is no such owner; then it is an ordinary lock, and the owner's way is not used.</param>
internal sealed class BiasedLock(bool isBiased)
{
    private readonly Lock _others = new();
    private int _isOwnerInside;
    private int _isWanted;

    public void EnterAsOwner()
    {
        while (true)
        {
            Volatile.Write(ref _isOwnerInside, 1);
            if (Volatile.Read(ref _isWanted) == 0)
            {
                return;
            }

            Volatile.Write(ref _isOwnerInside, 0);
            _others.Enter();
            _others.Exit();
        }
    }

    public void LeaveAsOwner() => Volatile.Write(ref _isOwnerInside, 0);

    /// <summary>Enters, on any thread; the owner's too, while it is not inside.</summary>
    public void Enter()
    {
        _others.Enter();
        if (!isBiased)
        {
            return;
        }

        Volatile.Write(ref _isWanted, 1);
        Interlocked.MemoryBarrierProcessWide();
        var spinner = default(SpinWait);
        while (Volatile.Read(ref _isOwnerInside) != 0)
        {
            spinner.SpinOnce();
        }
    }

    public void Leave()
    {
        Volatile.Write(ref _isWanted, 0);
        _others.Exit();
    }
}
