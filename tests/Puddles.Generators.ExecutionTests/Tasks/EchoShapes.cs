using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;

namespace Puddles.Generators.ExecutionTests.Tasks;

/// <summary>Gives back types that are nested in one another as signatures nest them.</summary>
public static class EchoShapes
{
    [PuddleTask] public static Dictionary<string, List<Order?>> Of(Dictionary<string, List<Order?>> x) => x;
    [PuddleTask] public static (int, string?, Guid)[] Of((int, string?, Guid)[] x) => x;
    [PuddleTask] public static List<Pair<int?, string?>> Of(List<Pair<int?, string?>> x) => x;
    [PuddleTask] public static SortedDictionary<int, HashSet<string>> Of(SortedDictionary<int, HashSet<string>> x) => x;
    [PuddleTask] public static Dictionary<(int, string), decimal[]> Of(Dictionary<(int, string), decimal[]> x) => x;
    [PuddleTask] public static ImmutableArray<Point> Of(ImmutableArray<Point> x) => x;
    [PuddleTask] public static Stack<Queue<long>> Of(Stack<Queue<long>> x) => x;
    [PuddleTask] public static Tuple<string, double[], Dictionary<Guid, bool>>? Of(Tuple<string, double[], Dictionary<Guid, bool>>? x) => x;
    [PuddleTask] public static KeyValuePair<DateTime, TimeSpan?>[] Of(KeyValuePair<DateTime, TimeSpan?>[] x) => x;
    [PuddleTask] public static Pair<Pair<Wide, Tiny?>, ReadOnlyMemory<float>> Of(Pair<Pair<Wide, Tiny?>, ReadOnlyMemory<float>> x) => x;
    [PuddleTask] public static LinkedList<DateTimeOffset> Of(LinkedList<DateTimeOffset> x) => x;
    [PuddleTask] public static PriorityQueue<string, int> Of(PriorityQueue<string, int> x) => x;
    [PuddleTask] public static (BigInteger, Int128?, UInt128, Half, Complex)[] Of((BigInteger, Int128?, UInt128, Half, Complex)[] x) => x;
    [PuddleTask] public static ConcurrentDictionary<string, byte[]?> Of(ConcurrentDictionary<string, byte[]?> x) => x;
    [PuddleTask] public static FrozenDictionary<string, Version?> Of(FrozenDictionary<string, Version?> x) => x;
    [PuddleTask] public static ImmutableSortedSet<string> Of(ImmutableSortedSet<string> x) => x;
    [PuddleTask] public static ImmutableDictionary<long, ImmutableStack<char>> Of(ImmutableDictionary<long, ImmutableStack<char>> x) => x;
    [PuddleTask] public static HashSet<DateOnly>? Of(HashSet<DateOnly>? x) => x;
    [PuddleTask] public static List<Dictionary<Tiny, TimeOnly?[]>> Of(List<Dictionary<Tiny, TimeOnly?[]>> x) => x;
    [PuddleTask] public static Lazy<List<Node>> Of(Lazy<List<Node>> x) => x;
    [PuddleTask] public static IReadOnlyList<Range> Of(IReadOnlyList<Range> x) => x;
    [PuddleTask] public static List<Settings> Of(List<Settings> x) => x;
    [PuddleTask] public static List<HashSet<int>> Of(List<HashSet<int>> x) => x;
    [PuddleTask] public static ConcurrentDictionary<string, int>[] Of(ConcurrentDictionary<string, int>[] x) => x;
    [PuddleTask] public static Empty[] Of(Empty[] x) => x;
}
