namespace Peers;

/// <summary>Large arguments that come back as results.</summary>
internal static class Echoes
{
    public static async Task<Dictionary<string, double>?> MeasureAsync(Given given, Func<int, Task<IPeer>> open)
    {
        byte[] bytes = [.. Enumerable.Range(0, given.Integer("bytes")).Select(i => (byte)(i * 7))];
        await using IPeer peer = await open(given.Workers);
        async Task Step()
        {
            byte[] answer = await peer.EchoAsync(bytes);
            PeerProgram.Check(answer.Length == bytes.Length && answer[^1] == bytes[^1]);
        }

        await PeerProgram.ForSecondsAsync(given.WarmUp, Step);
        (int rounds, double seconds) = await PeerProgram.ForSecondsAsync(given.Seconds, Step);
        return new() { ["rate"] = 2.0 * bytes.Length * rounds / seconds / 1e6 };
    }
}
