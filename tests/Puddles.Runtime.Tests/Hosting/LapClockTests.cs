using System.Diagnostics;
using Puddles.Hosting;

namespace Puddles.Runtime.Tests.Hosting;

public sealed class LapClockTests
{
    [Fact]
    public void A_lap_that_is_measured_by_itself_is_told_in_full()
    {
        var clock = new LapClock();
        clock.Start();
        long before = clock.Now;
        Thread.Sleep(20);

        ulong lap = clock.Lap(mayCount: false);

        Assert.InRange(lap, 15_000_000ul, ulong.MaxValue);
        Assert.True(clock.Now > before);
        Assert.Equal((long)Stopwatch.GetElapsedTime(before, clock.Now).TotalNanoseconds, (long)lap);
    }

    [Fact]
    public void Laps_that_may_count_are_measured_eight_at_a_time_while_they_are_short()
    {
        var clock = new LapClock();
        clock.Start();
        long before = clock.Now;
        for (int lap = 1; lap < 8; lap++)
        {
            Assert.Equal(0ul, clock.Lap(mayCount: true));
            Assert.Equal(before, clock.Now);
        }

        Thread.Sleep(20);
        ulong eighth = clock.Lap(mayCount: true);

        Assert.Equal((long)Stopwatch.GetElapsedTime(before, clock.Now).TotalNanoseconds, (long)eighth);
    }

    [Fact]
    public void After_a_long_lap_each_is_measured()
    {
        var clock = new LapClock();
        clock.Start();
        Thread.Sleep(20);
        ulong first = clock.Lap(mayCount: false);
        long before = clock.Now;
        Thread.Sleep(20);

        ulong second = clock.Lap(mayCount: true);

        Assert.InRange(first, 15_000_000ul, ulong.MaxValue);
        Assert.Equal((long)Stopwatch.GetElapsedTime(before, clock.Now).TotalNanoseconds, (long)second);
    }
}
