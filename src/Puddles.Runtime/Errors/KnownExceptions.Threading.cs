using System.Threading.Channels;

namespace Puddles;

/// <content>Those of threads and tasks.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeThreading(string type, in ExceptionParts parts) => type switch
    {
        "System.Threading.AbandonedMutexException" => new AbandonedMutexException(parts.Message, parts.Cause),
        "System.Threading.BarrierPostPhaseException" => new BarrierPostPhaseException(parts.Message, parts.Cause),
        "System.Threading.LockRecursionException" => new LockRecursionException(parts.Message, parts.Cause),
        "System.Threading.SemaphoreFullException" => new SemaphoreFullException(parts.Message, parts.Cause),
        "System.Threading.SynchronizationLockException" => new SynchronizationLockException(parts.Message, parts.Cause),
        "System.Threading.ThreadInterruptedException" => new ThreadInterruptedException(parts.Message, parts.Cause),
        "System.Threading.ThreadStateException" => new ThreadStateException(parts.Message, parts.Cause),
        "System.Threading.WaitHandleCannotBeOpenedException" => new WaitHandleCannotBeOpenedException(parts.Message, parts.Cause),
        "System.Threading.Tasks.TaskCanceledException" => new TaskCanceledException(parts.Message, parts.Cause),
        "System.Threading.Tasks.TaskSchedulerException" => new TaskSchedulerException(parts.Message, parts.Cause),
        "System.Threading.Channels.ChannelClosedException" => new ChannelClosedException(parts.Message, parts.Cause),
        _ => null,
    };
}
