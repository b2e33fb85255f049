namespace Peers;

/// <summary>Works where the harness looks on from outside.</summary>
internal static class Presence
{
    private const int KeepsAWorkerBusy = 200;

    public static async Task<Dictionary<string, double>?> FirstAsync(Given given, Func<int, Task<IPeer>> open)
    {
        await using IPeer peer = await open(given.Workers);
        Console.WriteLine(await peer.IncAsync(1));
        return [];
    }

    public static async Task<Dictionary<string, double>?> IdleAsync(Given given, Func<int, Task<IPeer>> open)
    {
        await using IPeer peer = await open(given.Workers);
        await Task.WhenAll(Enumerable.Range(0, given.Workers).Select(_ => peer.NapAsync(KeepsAWorkerBusy)));
        Console.WriteLine("ready");
        Console.In.ReadToEnd();
        return [];
    }
}
