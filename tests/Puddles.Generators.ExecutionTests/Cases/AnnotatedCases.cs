using System.Net;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Types that say themselves how they are passed.</summary>
internal static class AnnotatedCases
{
    public static IEnumerable<PuddleUnit> All =>
    [
        EchoMarked.UnitOf(new Ticket { Id = 4, Seat = new Seat(3, "C"), Shade = Shade.Dark, Last = 1 }),
        EchoMarked.UnitOf(new Guest("n", 3) { Id = Guid.AllBitsSet }),
        EchoMarked.UnitOf(new Parcel("to", 1.5) { From = "from", Seats = [new Seat(1, "a")] }),
        EchoMarked.UnitOf(new Contact { Name = "n", Age = 3, Marks = [1, 2] }),
        EchoMarked.UnitOf(new Address { Street = "s", Number = 4 }),
        EchoMarked.UnitOf(new Holder<Holder<string>> { Value = new() { Value = "x" } }),
        EchoMarkedValues.UnitOf(new MarkedValues()),
        EchoUnions.UnitOf(new Dog { Name = "d", Chases = new Cat { Lives = 9 } }),
        EchoUnions.UnitOf([new Coin(5), new Note(10, DateTime.UnixEpoch)]),
        EchoUnions.UnitOf(new Sum(new Constant(1), new Sum(new Constant(2), new Constant(3)))),
        EchoUnions.UnitOf((Outcome<int>)new Success<int> { Value = 5 }),
        EchoUnions.UnitOf([new Letter(1, 'x'), new Digit(2, 9), new Sign(3), null]),
        EchoFormatted.UnitOf([new Visit(IPAddress.Loopback, Sealed.Make("s"), null)]),
        EchoFormatted.UnitOf((new Box<int>(5), new Box<string>("x"))),
    ];
}
