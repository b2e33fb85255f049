using System.Collections.Concurrent;

namespace Puddles.Workers.Output;

/// <summary>Sees to it that what workers wrote is passed through before this program ends in good order, though their pool is not disposed.</summary>
internal static class LastLines
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentDictionary<OutputPump, bool> Open = new();

    static LastLines() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Finish();

    /// <summary>Finishes a pump at the end of the program, if it has not ended before.</summary>
    public static void SeeTo(OutputPump pump)
    {
        Open[pump] = true;
        pump.Ended.ContinueWith(_ => Open.TryRemove(pump, out bool _), TaskScheduler.Default);
    }

    private static void Finish()
    {
        Task[] all = [.. Open.Keys.Select(pump => pump.FinishAsync()), ConsoleSink.Instance.TakeAsync(isError: false, "")];
        Task.WaitAll(all, Patience);
    }
}
