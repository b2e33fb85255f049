namespace Puddles;

/// <content>Waiting for many tasks without throwing.</content>
public static partial class Puddle
{
    /// <summary>Waits until all tasks have ended, however they end. Throws for none of them.</summary>
    /// <typeparam name="T">What the tasks return.</typeparam>
    /// <param name="tasks">The tasks. They are enumerated before this returns.</param>
    /// <returns>An outcome for each task, in the order given.</returns>
    /// <exception cref="ArgumentException">One of the tasks is null.</exception>
    public static Task<PuddleOutcome<T>[]> SettleAsync<T>(IEnumerable<Task<T>> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        Task<T>[] all = [.. tasks];
        return Array.IndexOf(all, null) < 0
            ? SettleCoreAsync(all)
            : throw new ArgumentException("One of the tasks is null.", nameof(tasks));
    }

    private static async Task<PuddleOutcome<T>[]> SettleCoreAsync<T>(Task<T>[] tasks)
    {
        var outcomes = new PuddleOutcome<T>[tasks.Length];
        for (int i = 0; i < tasks.Length; i++)
        {
            await ((Task)tasks[i]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            outcomes[i] = OutcomeOf(i, tasks[i]);
        }

        return outcomes;
    }

    private static PuddleOutcome<T> OutcomeOf<T>(int index, Task<T> ended)
    {
        if (ended.IsCompletedSuccessfully)
        {
            return PuddleOutcome<T>.Success(index, ended.Result);
        }

        try
        {
            ended.GetAwaiter().GetResult();
            throw new InvalidOperationException("The task has not ended.");
        }
        catch (Exception error)
        {
            // What an await of the task would throw: its first exception, or a cancellation that carries its token.
            return PuddleOutcome<T>.Failure(index, error);
        }
    }
}
