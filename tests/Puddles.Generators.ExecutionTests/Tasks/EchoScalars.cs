using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Gives back the framework's own values as they came.</summary>
public static class EchoScalars
{
    [PuddleTask] public static Half Of(Half x) => x;
    [PuddleTask] public static OfByte Of(OfByte x) => x;
    [PuddleTask] public static OfShort Of(OfShort x) => x;
    [PuddleTask] public static OfUShort Of(OfUShort x) => x;
    [PuddleTask] public static OfUInt Of(OfUInt x) => x;
    [PuddleTask] public static OfLong Of(OfLong x) => x;
    [PuddleTask] public static DayOfWeek Of(DayOfWeek x) => x;
    [PuddleTask] public static Int128 Of(Int128 x) => x;
    [PuddleTask] public static UInt128 Of(UInt128 x) => x;
    [PuddleTask] public static BigInteger Of(BigInteger x) => x;
    [PuddleTask] public static Complex Of(Complex x) => x;
    [PuddleTask] public static Rune Of(Rune x) => x;
    [PuddleTask] public static DateTimeOffset Of(DateTimeOffset x) => x;
    [PuddleTask] public static DateOnly Of(DateOnly x) => x;
    [PuddleTask] public static TimeOnly Of(TimeOnly x) => x;
    [PuddleTask] public static TimeZoneInfo? Of(TimeZoneInfo? x) => x;
    [PuddleTask] public static Uri? Of(Uri? x) => x;
    [PuddleTask] public static Version? Of(Version? x) => x;
    [PuddleTask] public static CultureInfo? Of(CultureInfo? x) => x;
    [PuddleTask] public static BitArray? Of(BitArray? x) => x;
    [PuddleTask] public static Index Of(Index x) => x;
    [PuddleTask] public static Range Of(Range x) => x;
    [PuddleTask] public static BigInteger? Of(BigInteger? x) => x;
    [PuddleTask] public static Moment Of(Moment x) => x;
    [PuddleTask] public static Uri NotNull(Uri x) => x;
    [PuddleTask] public static Dictionary<Version, List<DateOnly?>> Of(Dictionary<Version, List<DateOnly?>> x) => x;
}

public enum OfByte : byte
{
    Zero,
}

public enum OfShort : short
{
    Zero,
}

public enum OfUShort : ushort
{
    Zero,
}

public enum OfUInt : uint
{
    Zero,
}

public enum OfLong : long
{
    Zero,
}

/// <summary>Scalars as members.</summary>
public record Moment(DateTimeOffset At, TimeOnly? Clock, Uri? Where, Rune[] Marks, Range Span);
