namespace Puddles.Runtime.Tests.Support;

internal static class Limits
{
    /// <summary>How long a test waits for what must come: far longer than it takes, so that only a hang reaches it.</summary>
    public static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    public static Task OrHang(this Task task) => task.WaitAsync(Hang);

    public static Task<T> OrHang<T>(this Task<T> task) => task.WaitAsync(Hang);

    public static Task OrHang(this ValueTask task) => task.AsTask().WaitAsync(Hang);
}
