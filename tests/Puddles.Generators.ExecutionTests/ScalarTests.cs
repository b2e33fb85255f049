using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>The framework's own values come back exactly, and nothing else is taken for one.</summary>
public class ScalarTests
{
    [Fact]
    public async Task Numbers_come_back()
    {
        foreach (Half number in new[] { Half.NaN, Half.NegativeZero, Half.Epsilon, Half.MaxValue, Half.NegativeInfinity, (Half)1.5f })
        {
            Assert.Equal(BitConverter.HalfToInt16Bits(number), BitConverter.HalfToInt16Bits(await Call.Through(EchoScalars.UnitOf(number))));
        }

        foreach (Int128 number in new[] { Int128.MinValue, Int128.MaxValue, 0, -1 })
        {
            Assert.Equal(number, await Call.Through(EchoScalars.UnitOf(number)));
        }

        Assert.Equal(UInt128.MaxValue, await Call.Through(EchoScalars.UnitOf(UInt128.MaxValue)));
        Assert.Equal(UInt128.Zero, await Call.Through(EchoScalars.UnitOf(UInt128.Zero)));
        foreach (BigInteger number in new[] { 0, -1, 127, 128, -128, -129, BigInteger.Pow(-10, 1001) })
        {
            Assert.Equal(number, await Call.Through(EchoScalars.UnitOf(number)));
            Assert.Equal((BigInteger?)number, await Call.Through(EchoScalars.UnitOf((BigInteger?)number)));
        }

        Assert.Null(await Call.Through(EchoScalars.UnitOf((BigInteger?)null)));
        Assert.Equal(new Complex(-0.0, double.MaxValue), await Call.Through(EchoScalars.UnitOf(new Complex(-0.0, double.MaxValue))));
        Assert.Equal(new Rune(0x10FFFF), await Call.Through(EchoScalars.UnitOf(new Rune(0x10FFFF))));
    }

    [Fact]
    public async Task Times_come_back()
    {
        var offsets = new[] { TimeSpan.FromHours(14), TimeSpan.FromHours(-14), TimeSpan.FromMinutes(345), TimeSpan.Zero };
        foreach (TimeSpan offset in offsets)
        {
            var at = new DateTimeOffset(new DateTime(2026, 7, 1, 12, 30, 15, 123).AddTicks(7), offset);
            Assert.True(at.EqualsExact(await Call.Through(EchoScalars.UnitOf(at))));
        }

        Assert.True(DateTimeOffset.MinValue.EqualsExact(await Call.Through(EchoScalars.UnitOf(DateTimeOffset.MinValue))));
        Assert.True(DateTimeOffset.MaxValue.EqualsExact(await Call.Through(EchoScalars.UnitOf(DateTimeOffset.MaxValue))));
        Assert.Equal(DateOnly.MinValue, await Call.Through(EchoScalars.UnitOf(DateOnly.MinValue)));
        Assert.Equal(DateOnly.MaxValue, await Call.Through(EchoScalars.UnitOf(DateOnly.MaxValue)));
        Assert.Equal(TimeOnly.MinValue, await Call.Through(EchoScalars.UnitOf(TimeOnly.MinValue)));
        Assert.Equal(TimeOnly.MaxValue, await Call.Through(EchoScalars.UnitOf(TimeOnly.MaxValue)));
    }

    [Fact]
    public async Task Time_zones_come_back_with_their_rules()
    {
        Assert.Null(await Call.Through(EchoScalars.UnitOf((TimeZoneInfo?)null)));
        var own = TimeZoneInfo.CreateCustomTimeZone("own;zone", TimeSpan.FromMinutes(-345), "[own]", "s\\t");
        foreach (TimeZoneInfo zone in TimeZoneInfo.GetSystemTimeZones().Append(own).Append(TimeZoneInfo.Utc))
        {
            Assert.Equal(zone, await Call.Through(EchoScalars.UnitOf(zone)));
        }
    }

    [Fact]
    public async Task Names_come_back()
    {
        foreach (string text in new[] { "http://h/a%20b?q#f", "file:///x", "/rooted", "a/b", "", "urn:x" })
        {
            var uri = new Uri(text, text.Contains(':', StringComparison.Ordinal) ? UriKind.Absolute : UriKind.Relative);
            Uri back = await Call.Through(EchoScalars.UnitNotNull(uri));
            Assert.Equal(uri, back);
            Assert.Equal((uri.IsAbsoluteUri, uri.OriginalString), (back.IsAbsoluteUri, back.OriginalString));
        }

        foreach (Version? version in new[] { null, new Version(1, 0), new Version(1, 2, 3), new Version(0, 0, 0, int.MaxValue) })
        {
            Assert.Equal(version, await Call.Through(EchoScalars.UnitOf(version)));
        }

        Assert.Equal(CultureInfo.InvariantCulture, await Call.Through(EchoScalars.UnitOf(CultureInfo.InvariantCulture)));
        Assert.Null(await Call.Through(EchoScalars.UnitOf((CultureInfo?)null)));
        Assert.Null(await Call.Through(EchoScalars.UnitOf((Uri?)null)));
    }

    [Fact]
    public async Task Bits_and_places_come_back()
    {
        foreach (int count in new[] { 0, 1, 8, 9, 1000 })
        {
            var bits = new BitArray([.. Enumerable.Range(0, count).Select(place => place % 3 == 0)]);
            Assert.Equal(bits.Cast<bool>(), (await Call.Through(EchoScalars.UnitOf(bits)))!.Cast<bool>());
        }

        Assert.Null(await Call.Through(EchoScalars.UnitOf((BitArray?)null)));
        foreach (Index index in new[] { Index.Start, Index.End, ^1, new Index(int.MaxValue), new Index(int.MaxValue, fromEnd: true) })
        {
            Assert.Equal(index, await Call.Through(EchoScalars.UnitOf(index)));
            Assert.Equal(index..^2, await Call.Through(EchoScalars.UnitOf(index..^2)));
        }
    }

    [Fact]
    public async Task They_come_back_as_members_elements_and_keys()
    {
        var moment = new Moment(new DateTimeOffset(5, TimeSpan.Zero), null, new Uri("http://x"), [new Rune('a')], 1..^1);
        Moment back = await Call.Through(EchoScalars.UnitOf(moment));
        Assert.Equal(moment with { Marks = [] }, back with { Marks = [] });
        Assert.Equal(moment.Marks, back.Marks);

        var days = new Dictionary<Version, List<DateOnly?>> { [new Version(1, 2)] = [null, DateOnly.MaxValue] };
        Assert.Equal(days, await Call.Through(EchoScalars.UnitOf(days)));
    }

    public static TheoryData<PuddleUnit, string> Wrong => new()
    {
        { EchoScalars.UnitOf(Int128.Zero), "\"170141183460469231731687303715884105728\"" },
        { EchoScalars.UnitOf(Int128.Zero), "\" 1\"" },
        { EchoScalars.UnitOf(UInt128.Zero), "\"-1\"" },
        { EchoScalars.UnitOf(Complex.Zero), "[1.5]" },
        { EchoScalars.UnitOf(new Rune('a')), "55296" },
        { EchoScalars.UnitOf(DateTimeOffset.MinValue), "[0,841]" },
        { EchoScalars.UnitOf(DateTimeOffset.MinValue), "[0,1]" },
        { EchoScalars.UnitOf(DateTimeOffset.MinValue), "[-1,0]" },
        { EchoScalars.UnitOf(DateOnly.MinValue), "-1" },
        { EchoScalars.UnitOf(DateOnly.MinValue), "3652059" },
        { EchoScalars.UnitOf(TimeOnly.MinValue), "864000000000" },
        { EchoScalars.UnitOf((TimeZoneInfo?)null), "[\"nowhere\",null]" },
        { EchoScalars.UnitOf((TimeZoneInfo?)null), "[\"../zoneinfo/UTC\",null]" },
        { EchoScalars.UnitOf((TimeZoneInfo?)null), "[\"x\",\"x\"]" },
        { EchoScalars.UnitOf((TimeZoneInfo?)null), "[null,null]" },
        { EchoScalars.UnitOf((Uri?)null), "[true,\"a/b\"]" },
        { EchoScalars.UnitOf((Uri?)null), "[false,null]" },
        { EchoScalars.UnitNotNull(new Uri("http://x")), "null" },
        { EchoScalars.UnitOf((Version?)null), "\"1\"" },
        { EchoScalars.UnitOf((Version?)null), "\" 1.2\"" },
        { EchoScalars.UnitOf((Version?)null), "\"1.2.3.4.5\"" },
        { EchoScalars.UnitOf((CultureInfo?)null), "\"not a culture\"" },
        { EchoScalars.UnitOf((BitArray?)null), "[1,null]" },
        { EchoScalars.UnitOf(default(Range)), "[1,2,3]" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task What_is_none_is_refused(PuddleUnit unit, string json) =>
        await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(unit.Task.Id, MessagePackSerializer.ConvertFromJson($"[{json}]")));

    [Theory]
    [InlineData(0x91, 0xCA, 0x47, 0x80, 0x00, 0x00)]
    [InlineData(0x91, 0xCA, 0x00, 0x00, 0x00, 0x01)]
    public async Task A_number_that_no_half_is_is_refused(params int[] bytes) =>
        await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(EchoScalars.UnitOf(Half.Zero).Task.Id, [.. bytes.Select(value => (byte)value)]));

    [Theory]
    [InlineData(0x91, 0xC4, 0x00)]
    public async Task An_integer_of_no_bytes_is_refused(params int[] bytes) =>
        await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(EchoScalars.UnitOf(BigInteger.Zero).Task.Id, [.. bytes.Select(value => (byte)value)]));

    [Theory]
    [InlineData(0x91, 0x92, 0x09, 0xC4, 0x01, 0xFF)]
    [InlineData(0x91, 0x92, 0xFF, 0xC4, 0x00)]
    public async Task Bits_without_their_bytes_are_refused(params int[] bytes) =>
        await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(EchoScalars.UnitOf((BitArray?)null).Task.Id, [.. bytes.Select(value => (byte)value)]));
}
