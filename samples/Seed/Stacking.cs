using Puddles;

namespace Samples;

/// <summary>Calls that are started first and waited for later: each is an ordinary task.</summary>
internal static class Stacking
{
    public static async Task ShowAsync()
    {
        Show.Heading("Stacking run() and non-blocking starts");
        Task<int> started = Functions.RunWait(3);
        await Show.ResultAsync(
            "puddles.run(process_func, timeout=3, wait_futures=futures)",
            Task.WhenAll(started, Functions.RunWait(timeout: 3)));

        Show.Heading("Waiting with wait_futures(futures)");
        List<Task<int>> futures = [Functions.RunWait(3), Functions.RunBlock(5), Functions.RunWait(2)];
        Task<int> other = Functions.RunWait(4);
        await Show.ResultAsync(
            "extras.wait_futures(puddles.run(process_func, timeout=3, wait_futures=futures+others))",
            Puddle.SettleAsync([.. futures, other, Functions.RunWait(timeout: 3)]));
    }
}
