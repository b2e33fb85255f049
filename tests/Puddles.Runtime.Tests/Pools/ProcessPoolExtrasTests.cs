using Puddles.Runtime.Tests.Support;

namespace Puddles.Runtime.Tests.Pools;

public sealed class ProcessPoolExtrasTests
{
    [Fact]
    public async Task They_run_in_workers_of_any_program()
    {
        var ticks = new CapturedOutput();
        await using ProcessPool pool = Programs.Pool();

        var (sync, later, steps, count, again, number) = await pool.RunAllAsync(
            Extras.UnitSyncSleep(0.01),
            Extras.UnitAsyncSleep(0.02),
            Extras.UnitIntense(0),
            Extras.UnitSleepTick(2, 0).WithOutput(ticks),
            Extras.UnitAsyncSleepTick(0),
            Extras.UnitVariate(3, 0.5)).OrHang();

        Assert.Equal((0.01, 0.02, 2, 0), (sync, later, count, again));
        Assert.InRange(steps, 1, long.MaxValue);
        Assert.InRange(number, 2.5, 3.5);
        Assert.Equal("tick 1 of 2\ntick 2 of 2\n", ticks.Text);
    }

    [Theory]
    [InlineData("SyncSleep")]
    [InlineData("AsyncSleep")]
    [InlineData("SleepTick")]
    [InlineData("AsyncSleepTick")]
    [InlineData("Intense")]
    public async Task They_end_when_they_are_cancelled(string name)
    {
        using var cancel = new CancellationTokenSource();
        Task call = Task.Run(() => name switch
        {
            "SyncSleep" => Task.FromResult(Extras.SyncSleep(1000, cancel.Token)),
            "AsyncSleep" => Extras.AsyncSleep(1000, cancel.Token),
            "SleepTick" => Task.FromResult(Extras.SleepTick(1, 1000, cancel.Token)),
            "AsyncSleepTick" => Extras.AsyncSleepTick(1, 1000, cancel.Token),
            _ => (Task)Task.FromResult(Extras.Intense(1000, cancel.Token)),
        });

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.OrHang());
    }

    [Fact]
    public async Task A_time_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Extras.SyncSleep(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Extras.Intense(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Extras.SleepTick(-1));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Extras.AsyncSleep(double.PositiveInfinity));
    }
}
