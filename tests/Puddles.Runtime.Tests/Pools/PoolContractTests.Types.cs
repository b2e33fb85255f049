using System.Net;
using Puddles.Runtime.Tests.Support;
using Puddles.TestTasks;

namespace Puddles.Runtime.Tests.Pools;

/// <content>Types that say themselves how they are passed.</content>
public abstract partial class PoolContractTests
{
    [Fact]
    public async Task Marked_types_arrive()
    {
        var ticket = new Ticket(1, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), DayOfWeek.Friday) { Secret = 42 };

        Assert.Equal(ticket with { Id = 2, Day = ticket.Day.AddDays(1) }, await Make().RunAsync(TypeTasks.UnitRenew(ticket)).OrHang());
    }

    [Fact]
    public async Task Closed_hierarchies_arrive()
    {
        PuddlePool pool = Make();
        Shape[] shapes = [new Circle(1), new Square(2)];

        Assert.Equal(Math.PI + 4, await pool.RunAsync(TypeTasks.UnitArea(shapes)).OrHang());
        Assert.Equal(new Square(2), await pool.RunAsync(TypeTasks.UnitLargest(shapes)).OrHang());
    }

    [Fact]
    public async Task Values_with_a_formatter_arrive()
    {
        PuddlePool pool = Make();

        Assert.Equal(IPAddress.IPv6Any, await pool.RunAsync(TypeTasks.UnitLoopback(IPAddress.IPv6Any)).OrHang());
        Assert.Equal(IPAddress.Loopback, await pool.RunAsync(TypeTasks.UnitLoopback(null)).OrHang());
    }
}
