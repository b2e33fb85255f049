using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Small values of every kind, whose bytes are worth cutting and changing everywhere.</summary>
internal static class HostileCases
{
    public static IEnumerable<PuddleUnit> All =>
    [
        Echo.UnitOf(new Order(1, "me", null, [new Line("x", 2.50m), new Line("y", 1)])),
        Echo.UnitOf(new Settings { Level = 3, Name = "n" }),
        Echo.UnitOf(new Pair<Order?, List<Point>>(null, [new Point(1, 2), new Point(3, 4)])),
        Echo.UnitOf(new Dictionary<string, int[]> { ["a"] = [1, 2], ["b"] = [] }),
        Echo.UnitOf(new string?[][] { ["a", null], [] }),
        Echo.UnitOf((1, 2, 3, 4, 5, 6, 7, 8, "nine")),
        Echo.UnitOf(new Guid("00112233-4455-6677-8899-aabbccddeeff")),
        Echo.UnitOf(1.5m),
        Echo.UnitOf(new DateTime(2026, 1, 1)),
        Echo.UnitOf(new byte[20]),
        EchoScalars.UnitOf((Half)1.5f),
        EchoScalars.UnitOf(Int128.MinValue),
        EchoScalars.UnitOf(UInt128.MaxValue),
        EchoScalars.UnitOf(BigInteger.Pow(10, 30)),
        EchoScalars.UnitOf(new Complex(1, -1)),
        EchoScalars.UnitOf(new Rune(0x1F600)),
        EchoScalars.UnitOf(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-3))),
        EchoScalars.UnitOf(DateOnly.MaxValue),
        EchoScalars.UnitOf(TimeOnly.MaxValue),
        EchoScalars.UnitOf(TimeZoneInfo.CreateCustomTimeZone("own", TimeSpan.FromHours(2), "o", "s")),
        EchoScalars.UnitOf(new Uri("http://host/x")),
        EchoScalars.UnitOf(new Version(1, 2, 3, 4)),
        EchoScalars.UnitOf(CultureInfo.InvariantCulture),
        EchoScalars.UnitOf(new BitArray(20)),
        EchoScalars.UnitOf(3..^300),
    ];
}
