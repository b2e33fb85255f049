using Puddles;

namespace Samples;

/// <summary>The document's first two functions, which take an index and any options beside it.</summary>
internal static class Sleepers
{
    [PuddleTask]
    public static string SyncSleep(string index = "-1", Dictionary<string, string>? options = null)
    {
        Thread.Sleep(Pace.Seconds(Extras.Variate(3, .5)));
        return Named(index, options);
    }

    [PuddleTask]
    public static async Task<string> AsyncSleep(string index = "-1", Dictionary<string, string>? options = null)
    {
        await Task.Delay(Pace.Seconds(Extras.Variate(3, .5)));
        return Named(index, options);
    }

    private static string Named(string index, Dictionary<string, string>? options) =>
        options is null ? index : $"{index} {string.Join(' ', options.Select(option => $"{option.Key}={option.Value}"))}";
}
