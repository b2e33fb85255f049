namespace Puddles;

/// <summary>Runs callbacks of units on the thread pool: one that blocks or throws harms no call and no pool.</summary>
internal static class DoneCallback
{
    public static void Queue<T>(Action<T> callback, T argument) =>
        ThreadPool.UnsafeQueueUserWorkItem(static state => Run(state.callback, state.argument), (callback, argument), preferLocal: false);

    private static void Run<T>(Action<T> callback, T argument)
    {
        try
        {
            callback(argument);
        }
        catch (Exception)
        {
            // Nobody waits for a callback, so there is nobody to tell; the call is settled as it was.
        }
    }
}
