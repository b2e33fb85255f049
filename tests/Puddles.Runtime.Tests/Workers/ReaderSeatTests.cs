using Puddles.Workers;

namespace Puddles.Runtime.Tests.Workers;

public sealed class ReaderSeatTests
{
    private readonly ReaderSeat _seat = new();

    [Fact]
    public void A_reader_that_is_back_soon_has_its_seat_still()
    {
        for (int i = 0; i < 3; i++)
        {
            long leave = _seat.Leave();
            Assert.False(_seat.TryTakeIfLong());
            Assert.True(_seat.TryReturn(leave));
        }
    }

    [Fact]
    public void A_reader_that_is_away_at_two_looks_loses_its_seat()
    {
        long leave = _seat.Leave();

        Assert.False(_seat.TryTakeIfLong());
        Assert.True(_seat.TryTakeIfLong());
        Assert.False(_seat.TryTakeIfLong());
        Assert.False(_seat.TryReturn(leave));
    }

    [Fact]
    public void Two_short_leaves_at_two_looks_are_no_long_one()
    {
        long first = _seat.Leave();
        Assert.False(_seat.TryTakeIfLong());
        Assert.True(_seat.TryReturn(first));

        long second = _seat.Leave();
        Assert.False(_seat.TryTakeIfLong());
        Assert.True(_seat.TryReturn(second));
    }

    [Fact]
    public void Who_cannot_wait_takes_the_seat_at_once_and_only_an_empty_one()
    {
        Assert.False(_seat.TryTake());
        long leave = _seat.Leave();
        Assert.True(_seat.TryTake());
        Assert.False(_seat.TryTake());
        Assert.False(_seat.TryReturn(leave));
    }

    [Fact]
    public void Trust_is_lost_by_a_long_leave()
    {
        var trust = new AwaiterTrust(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.True(trust.IsGiven);
        for (int i = 0; i < 10; i++)
        {
            trust.Lose();
        }

        Assert.False(trust.IsGiven);
    }
}
