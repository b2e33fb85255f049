using System.Text.Json;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>A value of every type goes through a task and comes back equal.</summary>
public class RoundTripTests
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    public static TheoryData<PuddleUnit> Units =>
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

    [Theory]
    [MemberData(nameof(Units), DisableDiscoveryEnumeration = true)]
    public async Task Comes_back_equal(PuddleUnit unit)
    {
        byte[] arguments = Call.Encode(unit);
        byte[] result = await Call.Invoke(unit.Task.Id, arguments);

        // The arguments are an array of one value, and the task gives that value back.
        Assert.Equal(arguments[1..], result);
        Assert.NotEmpty(result);
    }

    [Fact]
    public async Task Decoded_values_equal_the_originals()
    {
        await AssertSame<Order?>(new Order(1, "me", null, [new Line("x", 2.50m)]), Echo.UnitOf);
        await AssertSame(new Settings { Level = 3, Name = "n", Ratio = 0.5, Inherited = 7 }, Echo.UnitOf);
        await AssertSame(new Point(1, 2) { Label = "l" }, Echo.UnitOf);
        await AssertSame(new Node { Value = 1, Next = new Node { Value = 2 }, Children = { new Node { Value = 3 } } }, Echo.UnitOf);
        await AssertSame(new Keywords(1, "e"), Echo.UnitOf);
        Assert.Equal((1, 2, 3, 4, 5, 6, 7, 8, "nine"), await Call.Through(Echo.UnitOf((1, 2, 3, 4, 5, 6, 7, 8, "nine"))));
        Assert.Equal([0, 2], await Call.Through(Echo.UnitOf(Enumerable.Range(0, 3).Where(x => x != 1))));
        Assert.Equal("1.500", (await Call.Through(Echo.UnitOf(1.500m))).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Floating_point_numbers_keep_every_bit()
    {
        foreach (double number in new[] { double.NaN, -0.0, double.Epsilon, double.MaxValue, double.NegativeInfinity })
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(await Call.Through(Echo.UnitOf(number))));
            Assert.Equal(BitConverter.SingleToInt32Bits((float)number), BitConverter.SingleToInt32Bits(await Call.Through(Echo.UnitOf((float)number))));
        }
    }

    [Fact]
    public async Task Dates_keep_their_kind()
    {
        foreach (DateTimeKind kind in Enum.GetValues<DateTimeKind>())
        {
            DateTime back = await Call.Through(Echo.UnitOf(new DateTime(2026, 7, 1, 12, 30, 15, 123, kind).AddTicks(7)));
            Assert.Equal(new DateTime(2026, 7, 1, 12, 30, 15, 123, kind).AddTicks(7), back);
            Assert.Equal(kind, back.Kind);
        }
    }

    private static async Task AssertSame<T>(T value, Func<T, PuddleUnit<T>> unit) =>
        Assert.Equal(JsonSerializer.Serialize(value, WithFields), JsonSerializer.Serialize(await Call.Through(unit(value)), WithFields));
}
