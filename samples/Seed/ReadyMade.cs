using Puddles;

namespace Samples;

/// <summary>The tasks that come with the library.</summary>
internal static class ReadyMade
{
    public static async Task ShowAsync()
    {
        Show.Heading("Extras");
        await Show.ResultAsync("puddles.run(extras.sync_sleep, .03)", Extras.RunSyncSleep(.03));
        await Show.ResultAsync("puddles.run(extras.async_sleep, .03)", Extras.RunAsyncSleep(.03));
        await Show.ResultAsync("puddles.run(extras.variate, 3, .5)", Extras.RunVariate(3, .5));
        await Show.ResultAsync("puddles.run(extras.intense, .03)", Extras.RunIntense(.03));

        var ticks = new CapturedOutput();
        await Show.ResultAsync("puddles.run(extras.sleep_tick, 2)", PuddlePool.Default.RunAsync(Extras.UnitSleepTick(2, .03).WithOutput(ticks)));
        await Show.ResultAsync("puddles.run(extras.async_sleep_tick, 1)", PuddlePool.Default.RunAsync(Extras.UnitAsyncSleepTick(1, .03).WithOutput(ticks)));
        await Show.ResultAsync("print(what they wrote)", Task.FromResult(ticks.Text.TrimEnd().Split('\n')));
    }
}
