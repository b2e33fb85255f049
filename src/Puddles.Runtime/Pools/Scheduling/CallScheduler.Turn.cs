namespace Puddles.Scheduling;

/// <content>How the lock is held.</content>
internal sealed partial class CallScheduler
{
    /// <summary>The pool's lock, held until this is disposed. What was submitted meanwhile is taken in then.</summary>
    private readonly ref struct Turn
    {
        private readonly CallScheduler _scheduler;

        public Turn(CallScheduler scheduler)
        {
            _scheduler = scheduler;
            scheduler._gate.Enter();
        }

        public void Dispose()
        {
            _scheduler._gate.Exit();

            // Who looked for the lock in vain has added its call before: the look at what is there comes after the lock is free.
            Interlocked.MemoryBarrier();
            _scheduler.TakeInLate();
        }
    }
}
