using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>The framework's own values, with those at their edges.</summary>
internal static class ScalarCases
{
    public static IEnumerable<PuddleUnit> All =>
    [
        EchoScalars.UnitOf((OfByte)byte.MaxValue),
        EchoScalars.UnitOf((OfShort)short.MinValue),
        EchoScalars.UnitOf((OfUShort)ushort.MaxValue),
        EchoScalars.UnitOf((OfUInt)uint.MaxValue),
        EchoScalars.UnitOf((OfLong)long.MinValue),
        EchoScalars.UnitOf((DayOfWeek)int.MinValue),
        .. new[] { Half.NaN, Half.NegativeZero, Half.Epsilon, Half.MaxValue, Half.NegativeInfinity }.Select(EchoScalars.UnitOf),
        .. new[] { Int128.MinValue, Int128.MaxValue, Int128.Zero, Int128.NegativeOne }.Select(EchoScalars.UnitOf),
        .. new[] { UInt128.MinValue, UInt128.MaxValue, UInt128.One }.Select(EchoScalars.UnitOf),
        .. new BigInteger[] { 0, -1, 127, 128, -128, -129, BigInteger.Pow(-10, 1001) }.Select(EchoScalars.UnitOf),
        EchoScalars.UnitOf((BigInteger?)null),
        EchoScalars.UnitOf(new Complex(-0.0, double.MaxValue)),
        EchoScalars.UnitOf(new Rune(0)),
        EchoScalars.UnitOf(new Rune(0x10FFFF)),
        EchoScalars.UnitOf(DateTimeOffset.MinValue),
        EchoScalars.UnitOf(DateTimeOffset.MaxValue),
        EchoScalars.UnitOf(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromMinutes(-839))),
        EchoScalars.UnitOf(DateOnly.MinValue),
        EchoScalars.UnitOf(DateOnly.MaxValue),
        EchoScalars.UnitOf(TimeOnly.MinValue),
        EchoScalars.UnitOf(TimeOnly.MaxValue),
        EchoScalars.UnitOf(TimeZoneInfo.Utc),
        EchoScalars.UnitOf(TimeZoneInfo.CreateCustomTimeZone("own;zone", TimeSpan.FromMinutes(-345), "[own]", "s\\t")),
        EchoScalars.UnitOf((TimeZoneInfo?)null),
        EchoScalars.UnitOf(new Uri("http://h/a%20b?q#f")),
        EchoScalars.UnitOf(new Uri("a/b", UriKind.Relative)),
        EchoScalars.UnitOf((Uri?)null),
        EchoScalars.UnitOf(new Version(1, 0)),
        EchoScalars.UnitOf(new Version(0, 0, 0, int.MaxValue)),
        EchoScalars.UnitOf((Version?)null),
        EchoScalars.UnitOf(CultureInfo.InvariantCulture),
        EchoScalars.UnitOf((CultureInfo?)null),
        EchoScalars.UnitOf(new BitArray(0)),
        EchoScalars.UnitOf(new BitArray(9, true)),
        EchoScalars.UnitOf((BitArray?)null),
        .. new[] { Index.Start, Index.End, ^1, new Index(int.MaxValue), new Index(int.MaxValue, fromEnd: true) }.Select(EchoScalars.UnitOf),
        EchoScalars.UnitOf(3..^300),
        EchoScalars.UnitOf(new Moment(new DateTimeOffset(5, TimeSpan.Zero), null, new Uri("http://x"), [new Rune('a')], 1..^1)),
        EchoScalars.UnitOf(new Dictionary<Version, List<DateOnly?>> { [new Version(1, 2)] = [null, DateOnly.MaxValue] }),
        EchoScalars.UnitOf(new Dictionary<Version, List<DateOnly?>>()),
    ];
}
