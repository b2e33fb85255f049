namespace Puddles.Runtime.Tests.Support;

internal static class Limits
{
    /// <summary>How long a test waits for what must come: far longer than it takes, so that only a hang reaches it.</summary>
    public static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    /// <summary>How long a test takes at most, whatever it waits for and how.</summary>
    public static readonly TimeSpan Test = TimeSpan.FromMinutes(5);

    public static async Task OrHang(this Task task)
    {
        await WaitAsync(task);
        await task;
    }

    public static async Task<T> OrHang<T>(this Task<T> task)
    {
        await WaitAsync(task);
        return await task;
    }

    public static Task OrHang(this ValueTask task) => task.AsTask().OrHang();

    /// <summary>Waits for a task to end in whatever way; one that does not is told with the state of every pool.</summary>
    internal static async Task WaitAsync(Task task, TimeSpan? limit = null)
    {
        using var stop = new CancellationTokenSource();
        if (await Task.WhenAny(task, Task.Delay(limit ?? Hang, stop.Token)) != task)
        {
            throw new TimeoutException($"Nothing came within {limit ?? Hang}.{Environment.NewLine}{HangReport.Write()}");
        }

        await stop.CancelAsync();
    }
}
