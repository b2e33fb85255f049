using Puddles.TestTasks;

namespace Puddles.TestWorker;

/// <summary>Tasks that see each other, where a worker runs several at a time.</summary>
public static class ConcurrentTasks
{
    private static readonly TaskCompletionSource AllHere = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int _here;
    private static int _inside;
    private static int _peak;

    /// <summary>Ends when so many calls of it have begun in this process.</summary>
    [PuddleTask]
    public static async Task<int> Meet(int count)
    {
        Arrive(count);
        await AllHere.Task;
        return Environment.ProcessId;
    }

    [PuddleTask]
    public static int MeetBlocking(int count)
    {
        Arrive(count);
        AllHere.Task.Wait();
        return Environment.ProcessId;
    }

    /// <summary>How many calls of it have been under way at once in this process.</summary>
    [PuddleTask]
    public static async Task<int> Peak()
    {
        int inside = Interlocked.Increment(ref _inside);
        await Task.Delay(1);
        int peak;
        while ((peak = Volatile.Read(ref _peak)) < inside)
        {
            Interlocked.CompareExchange(ref _peak, inside, peak);
        }

        Interlocked.Decrement(ref _inside);
        return peak;
    }

    /// <summary>Ends when it is cancelled, without any help of the thread pool.</summary>
    [PuddleTask(Name = "test.wait-for-token")]
    public static async Task WaitForToken(string startedPath, CancellationToken cancellationToken)
    {
        // Task.Delay would end on the thread pool.
        var canceled = new TaskCompletionSource();
        await using CancellationTokenRegistration registration = cancellationToken.Register(() => canceled.SetCanceled(cancellationToken));
        Files.Write(startedPath, $"{Environment.ProcessId}");
        await canceled.Task;
    }

    /// <summary>Never ends, and does not listen.</summary>
    [PuddleTask(Name = "test.deaf")]
    public static async Task Deaf(string startedPath)
    {
        Files.Write(startedPath, $"{Environment.ProcessId}");
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Blocks every thread that the thread pool has or will have for long.</summary>
    [PuddleTask]
    public static int StarveThreadPool()
    {
        var blocked = new ManualResetEventSlim();
        for (int i = 0; i < 5000; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    blocked.Set();
                    Thread.Sleep(Timeout.Infinite);
                },
                null);
        }

        blocked.Wait();
        return Environment.ProcessId;
    }

    /// <summary>Notes that it has begun; dies the first time, and gives its attempt the second.</summary>
    [PuddleTask(Idempotent = true)]
    public static async Task<int> SecondAttempt(string startedPath, PuddleContext context)
    {
        Files.Write(startedPath, $"{Environment.ProcessId}");
        if (context.Attempt == 1)
        {
            await Task.Delay(Timeout.Infinite);
        }

        return context.Attempt;
    }

    private static void Arrive(int count)
    {
        if (Interlocked.Increment(ref _here) == count)
        {
            AllHere.SetResult();
        }
    }
}
