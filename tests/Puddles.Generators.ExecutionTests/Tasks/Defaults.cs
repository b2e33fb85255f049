namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Every kind of default value that a parameter can have.</summary>
public static class Defaults
{
    [PuddleTask]
    public static string Numbers(
        sbyte a = sbyte.MinValue,
        byte b = byte.MaxValue,
        short c = short.MinValue,
        ushort d = ushort.MaxValue,
        int e = int.MinValue,
        uint f = uint.MaxValue,
        long g = long.MinValue,
        ulong h = ulong.MaxValue,
        decimal i = -79228162514264337593543950335m,
        decimal j = 1.50m) =>
        FormattableString.Invariant($"{a} {b} {c} {d} {e} {f} {g} {h} {i} {j}");

    [PuddleTask]
    public static string Floats(
        float a = float.NaN,
        float b = float.PositiveInfinity,
        float c = 0.1f,
        double d = double.NegativeInfinity,
        double e = double.Epsilon,
        double f = -0.0,
        double g = double.NaN,
        double h = 1e300) =>
        FormattableString.Invariant($"{a} {b} {c:R} {d} {e:R} {f} {g} {h:R}");

    [PuddleTask]
    public static string Others(
        bool a = true,
        char b = '\'',
        string c = "\"\\\n\0é\u2028{0}",
        string? d = null,
        Tiny e = Tiny.Low,
        Wide f = Wide.All,
        Wide? g = Wide.All,
        int? h = 5,
        int? i = null,
        Guid j = default,
        Point k = default,
        CancellationToken token = default) =>
        $"{a} {b} {c} {d ?? "null"} {e} {f} {g} {h} {i?.ToString() ?? "null"} {j} {k.X} {token.IsCancellationRequested}";

    [PuddleTask]
    public static int Listed(string prefix = "x", params int[] numbers) => prefix.Length + numbers.Sum();
}
