using System.Text.Json;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>A value of every type goes through a task and comes back equal.</summary>
public class RoundTripTests
{
    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true };

    public static TheoryData<PuddleUnit> Units => [.. PlainCases.All];

    [Theory]
    [MemberData(nameof(Units), DisableDiscoveryEnumeration = true)]
    public async Task Comes_back_equal(PuddleUnit unit) => await Check.ComesBackEqual(unit);

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
