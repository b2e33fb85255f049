namespace Peers;

/// <summary>Tiny calls by the thousand.</summary>
internal static class Floods
{
    public static async Task<Dictionary<string, double>?> EachAwaitedAsync(Given given, Func<int, Task<IPeer>> open)
    {
        await using IPeer peer = await open(given.Workers);
        int window = given.Integer("window");
        await PeerProgram.ForSecondsAsync(given.WarmUp, () => RoundAsync(peer, Math.Max(1, window / 10)));
        (int rounds, double seconds) = await PeerProgram.ForSecondsAsync(given.Seconds, () => RoundAsync(peer, window));
        return new() { ["rate"] = rounds * (double)window / seconds };
    }

    public static async Task<Dictionary<string, double>?> AsOneListAsync(Given given, Func<int, Task<IPeer>> open)
    {
        await using IPeer peer = await open(given.Workers);
        int calls = given.Integer("calls");
        if (peer.IncAllAsync(1) is not { } probe)
        {
            return null;
        }

        await probe;
        await PeerProgram.ForSecondsAsync(given.WarmUp, () => ListAsync(peer, calls / 10));
        (int rounds, double seconds) = await PeerProgram.ForSecondsAsync(given.Seconds, () => ListAsync(peer, calls));
        return new() { ["rate"] = rounds * (double)calls / seconds };
    }

    private static async Task RoundAsync(IPeer peer, int calls)
    {
        var tasks = new Task<int>[calls];
        for (int i = 0; i < calls; i++)
        {
            tasks[i] = peer.IncAsync(i);
        }

        CheckAll(await Task.WhenAll(tasks), calls);
    }

    private static async Task ListAsync(IPeer peer, int calls) => CheckAll(await peer.IncAllAsync(calls)!, calls);

    private static void CheckAll(int[] answers, int calls)
    {
        PeerProgram.Check(answers.Length == calls);
        for (int i = 0; i < answers.Length; i++)
        {
            PeerProgram.Check(answers[i] == i + 1);
        }
    }
}
