namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Gives each type back as it came. Overloads, on a static class that is not partial.</summary>
public static class Echo
{
    [PuddleTask] public static bool Of(bool x) => x;
    [PuddleTask] public static sbyte Of(sbyte x) => x;
    [PuddleTask] public static byte Of(byte x) => x;
    [PuddleTask] public static short Of(short x) => x;
    [PuddleTask] public static ushort Of(ushort x) => x;
    [PuddleTask] public static int Of(int x) => x;
    [PuddleTask] public static uint Of(uint x) => x;
    [PuddleTask] public static long Of(long x) => x;
    [PuddleTask] public static ulong Of(ulong x) => x;
    [PuddleTask] public static float Of(float x) => x;
    [PuddleTask] public static double Of(double x) => x;
    [PuddleTask] public static char Of(char x) => x;
    [PuddleTask] public static decimal Of(decimal x) => x;
    [PuddleTask] public static Guid Of(Guid x) => x;
    [PuddleTask] public static DateTime Of(DateTime x) => x;
    [PuddleTask] public static TimeSpan Of(TimeSpan x) => x;
    [PuddleTask] public static Tiny Of(Tiny x) => x;
    [PuddleTask] public static Wide Of(Wide x) => x;
    [PuddleTask] public static string? Of(string? x) => x;
    [PuddleTask] public static byte[]? Of(byte[]? x) => x;
    [PuddleTask] public static int? Of(int? x) => x;
    [PuddleTask] public static Wide? Of(Wide? x) => x;
    [PuddleTask] public static Guid? Of(Guid? x) => x;
    [PuddleTask] public static int[]? Of(int[]? x) => x;
    [PuddleTask] public static string?[][] Of(string?[][] x) => x;
    [PuddleTask] public static int[]?[] Of(int[]?[] x) => x;
    [PuddleTask] public static List<int?> Of(List<int?> x) => x;
    [PuddleTask] public static IReadOnlyList<Line> Of(IReadOnlyList<Line> x) => x;
    [PuddleTask] public static IEnumerable<int> Of(IEnumerable<int> x) => x;
    [PuddleTask] public static Dictionary<string, int[]> Of(Dictionary<string, int[]> x) => x;
    [PuddleTask] public static IReadOnlyDictionary<Tiny, string?> Of(IReadOnlyDictionary<Tiny, string?> x) => x;
    [PuddleTask] public static KeyValuePair<string, int> Of(KeyValuePair<string, int> x) => x;
    [PuddleTask] public static (int Count, string? Name) Of((int Count, string? Name) x) => x;
    [PuddleTask] public static (int, int, int, int, int, int, int, int, string) Of((int, int, int, int, int, int, int, int, string) x) => x;
    [PuddleTask] public static (int, int)? Of((int, int)? x) => x;
    [PuddleTask] public static Order? Of(Order? x) => x;
    [PuddleTask] public static Settings Of(Settings x) => x;
    [PuddleTask] public static Point Of(Point x) => x;
    [PuddleTask] public static Point? Of(Point? x) => x;
    [PuddleTask] public static Pair<int, string?> Of(Pair<int, string?> x) => x;
    [PuddleTask] public static Pair<Order?, List<Point>> Of(Pair<Order?, List<Point>> x) => x;
    [PuddleTask] public static Node Of(Node x) => x;
    [PuddleTask] public static Keywords Of(Keywords x) => x;
    [PuddleTask] public static Empty Of(Empty x) => x;
    [PuddleTask] public static SettingsBase Of(SettingsBase x) => x;
}
