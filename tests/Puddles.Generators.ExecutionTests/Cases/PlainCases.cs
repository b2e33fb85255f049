using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Primitive values, the usual collections and plain objects, with the values at their edges.</summary>
internal static class PlainCases
{
    public static IEnumerable<PuddleUnit> All =>
    [
        .. Scalars,
        .. Collections,
        .. Objects,
    ];

    private static IEnumerable<PuddleUnit> Scalars =>
    [
        Echo.UnitOf(true),
        Echo.UnitOf(false),
        Echo.UnitOf(sbyte.MinValue),
        Echo.UnitOf(sbyte.MaxValue),
        Echo.UnitOf(byte.MaxValue),
        Echo.UnitOf(short.MinValue),
        Echo.UnitOf(ushort.MaxValue),
        Echo.UnitOf(int.MinValue),
        Echo.UnitOf(int.MaxValue),
        Echo.UnitOf(uint.MaxValue),
        Echo.UnitOf(long.MinValue),
        Echo.UnitOf(ulong.MaxValue),
        Echo.UnitOf('\uFFFF'),
        Echo.UnitOf(decimal.MinValue),
        Echo.UnitOf(1.500m),
        Echo.UnitOf(-0.0000000000000000000000000001m),
        Echo.UnitOf(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")),
        Echo.UnitOf(TimeSpan.MinValue),
        Echo.UnitOf(Tiny.Low),
        Echo.UnitOf((Tiny)3),
        Echo.UnitOf(Wide.All),
        Echo.UnitOf((string?)null),
        Echo.UnitOf(""),
        Echo.UnitOf("é\0\U0001F600" + new string('x', 70_000)),
        Echo.UnitOf((byte[]?)null),
        Echo.UnitOf(Array.Empty<byte>()),
        Echo.UnitOf(new byte[100_000]),
        Echo.UnitOf((int?)null),
        Echo.UnitOf((int?)-1),
        Echo.UnitOf((Wide?)null),
        Echo.UnitOf((Wide?)Wide.All),
        Echo.UnitOf((Guid?)Guid.Empty),
    ];

    private static IEnumerable<PuddleUnit> Collections =>
    [
        Echo.UnitOf((int[]?)null),
        Echo.UnitOf(Array.Empty<int>()),
        Echo.UnitOf(Enumerable.Range(-50, 100_000).ToArray()),
        Echo.UnitOf(new string?[][] { [], ["a", null], ["b"] }),
        Echo.UnitOf(new int[]?[] { null, [1], [] }),
        Echo.UnitOf(new List<int?> { 1, null, int.MaxValue }),
        Echo.UnitOf((IReadOnlyList<Line>)[new Line("a", 1), new Line("b", 2)]),
        Echo.UnitOf(Enumerable.Range(0, 3).Where(x => x != 1)),
        Echo.UnitOf(new Dictionary<string, int[]> { ["a"] = [1], [""] = [] }),
        Echo.UnitOf((IReadOnlyDictionary<Tiny, string?>)new Dictionary<Tiny, string?> { [Tiny.High] = null, [Tiny.Low] = "x" }),
        Echo.UnitOf(KeyValuePair.Create("a", 1)),
        Echo.UnitOf((3, (string?)"x")),
        Echo.UnitOf((1, 2, 3, 4, 5, 6, 7, 8, "nine")),
        Echo.UnitOf(((int, int)?)null),
        Echo.UnitOf(((int, int)?)(1, 2)),
    ];

    private static IEnumerable<PuddleUnit> Objects =>
    [
        Echo.UnitOf((Order?)null),
        Echo.UnitOf(new Order(1, "me", null, [new Line("x", 2.50m)])),
        Echo.UnitOf(new Settings { Level = 3, Name = "n", Ratio = 0.5, Inherited = long.MaxValue }),
        Echo.UnitOf(new Point(1, 2) { Label = "l" }),
        Echo.UnitOf((Point?)null),
        Echo.UnitOf((Point?)new Point(3, 4)),
        Echo.UnitOf(new Pair<int, string?>(1, null)),
        Echo.UnitOf(new Pair<Order?, List<Point>>(null, [new Point(1, 2)])),
        Echo.UnitOf(new Node { Value = 1, Next = new Node { Value = 2 }, Children = { new Node { Value = 3 } } }),
        Echo.UnitOf(new Keywords(1, "e")),
        Echo.UnitOf(new Empty()),
        Echo.UnitOf(new SettingsBase { Inherited = -1 }),
    ];
}
