using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>A value of each collection of the framework.</summary>
internal static class CollectionCases
{
    private static readonly string[] Words = ["c", "a", "b"];

    public static IEnumerable<PuddleUnit> All =>
    [
        EchoCollections.UnitOf(new HashSet<string?> { "b", null, "a" }),
        EchoCollections.UnitOf((HashSet<int>?)null),
        EchoCollections.UnitOf(new HashSet<int> { 3, 1, 2 }),
        EchoCollections.UnitOf(new SortedSet<string>(Words)),
        EchoCollections.UnitOf((ISet<string>)new SortedSet<string>(Words)),
        EchoCollections.UnitOf((IReadOnlySet<Point>)new HashSet<Point> { new(1, 2) }),
        EchoCollections.UnitOf((ICollection<string>)Words),
        EchoCollections.UnitOf((IList<string>)Words),
        EchoCollections.UnitOf((IReadOnlyCollection<string>)Words),
        EchoCollections.UnitOf((IDictionary<string, int>)new SortedList<string, int> { ["a"] = 1 }),
        EchoCollections.UnitOf((IReadOnlyDictionary<string, int>)new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary()),
        EchoCollections.UnitOf((IImmutableDictionary<string, int>)ImmutableSortedDictionary<string, int>.Empty.Add("a", 1)),
        EchoCollections.UnitOf((IImmutableSet<string>)ImmutableSortedSet.Create("a")),
        EchoCollections.UnitOf((IImmutableQueue<string>)ImmutableQueue.Create(Words)),
        EchoCollections.UnitOf((IImmutableStack<string>)ImmutableStack.Create(Words)),
        EchoCollections.UnitOf(new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 })),
        EchoCollections.UnitOf(new ReadOnlySet<string>(new SortedSet<string>(Words))),
        EchoCollections.UnitOf(new ReadOnlyObservableCollection<string>(new(Words))),
        EchoCollections.UnitOf(new OrderedDictionary<string, int> { ["b"] = 1, ["a"] = 2 }),
        EchoCollections.UnitOf(new Queue<string>(Words)),
        EchoCollections.UnitOf(new Stack<string>(Words)),
        EchoCollections.UnitOf(new LinkedList<string>(Words)),
        EchoCollections.UnitOf(new ConcurrentQueue<string>(Words)),
        EchoCollections.UnitOf(new ConcurrentStack<string>(Words)),
        EchoCollections.UnitOf(new ConcurrentBag<string>(Words)),
        EchoCollections.UnitOf(new PriorityQueue<string?, int>([("x", 3), (null, 1), ("y", 3), ("z", 2)])),
        EchoCollections.UnitOf(new PriorityQueue<int, Point>([(1, new Point(1, 1))])),
        EchoCollections.UnitOf(new Collection<string>(Words)),
        EchoCollections.UnitOf(new ReadOnlyCollection<string>(Words)),
        EchoCollections.UnitOf(new ObservableCollection<string>(Words)),
        EchoCollections.UnitOf(Words.ToImmutableArray()),
        EchoCollections.UnitOf((ImmutableArray<int>?)null),
        EchoCollections.UnitOf((ImmutableArray<int>?)[1, 2]),
        EchoCollections.UnitOf(Words.ToImmutableList()),
        EchoCollections.UnitOf((IImmutableList<string>)Words.ToImmutableArray()),
        EchoCollections.UnitOf(ImmutableQueue.Create(Words)),
        EchoCollections.UnitOf(ImmutableStack.Create(Words)),
        EchoCollections.UnitOf(ImmutableHashSet.Create("a")),
        EchoCollections.UnitOf(ImmutableSortedSet.Create(3, 1, 2)),
        EchoCollections.UnitOf(FrozenSet.Create("a")),
        EchoCollections.UnitOf(new SortedDictionary<string, int> { ["b"] = 1, ["a"] = 2 }),
        EchoCollections.UnitOf(new SortedList<int, string?> { [2] = "b", [1] = null }),
        EchoCollections.UnitOf(new ConcurrentDictionary<string, int> { ["a"] = 1 }),
        EchoCollections.UnitOf(new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary()),
        EchoCollections.UnitOf(ImmutableDictionary<string, int>.Empty.Add("a", 1)),
        EchoCollections.UnitOf(ImmutableSortedDictionary<int, string>.Empty.Add(2, "b").Add(1, "a")),
        EchoCollections.UnitOf(Words.AsMemory(1)),
        EchoCollections.UnitOf((ReadOnlyMemory<float>)new[] { 1.5f, float.NaN }.AsMemory()),
        EchoCollections.UnitOf((ReadOnlyMemory<byte>?)null),
        EchoCollections.UnitOf((ReadOnlyMemory<byte>?)new byte[] { 1, 2 }),
        EchoCollections.UnitOf(new ArraySegment<int>([1, 2, 3, 4], 1, 2)),
        EchoCollections.UnitOf(new ReadOnlySequence<byte>([1, 2, 3])),
        EchoCollections.UnitOf(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }),
        EchoCollections.UnitOf(new string?[,,] { { { "a", null } }, { { "b", "c" } } }),
        EchoCollections.UnitOf(new int[,][] { { [1], [] }, { [2, 3], [4] } }),
        EchoCollections.UnitOf(Tuple.Create(1)),
        EchoCollections.UnitOf(Tuple.Create(1, (string?)null)),
        EchoCollections.UnitOf((Tuple<int, string?>?)null),
        EchoCollections.UnitOf(new Tuple<int, int, int, int, int, int, int, Tuple<int, string>>(1, 2, 3, 4, 5, 6, 7, new(8, "nine"))),
        EchoCollections.UnitOf(new ValueTuple<string>("x")),
        EchoCollections.UnitOf(new Lazy<string?>(() => "late")),
        EchoCollections.UnitOf(new Lazy<string?>(() => null)),
        EchoCollections.UnitOf(new[] { double.NaN, -0.0, double.MaxValue }),
        EchoCollections.UnitOf(new List<long> { long.MinValue, 1 }),
        EchoCollections.UnitOf(new[] { 'a', '\uD800' }),
        EchoCollections.UnitOf(new Int128[] { Int128.MinValue, 1 }),
        EchoCollections.UnitOf(new[] { true, false }),
        EchoCollections.UnitOf((IReadOnlyList<short>)[short.MinValue, 1]),
        EchoCollections.UnitOf((Cabinet?)null),
        EchoCollections.UnitOf(new Cabinet(FrozenSet.Create("n"), new double[] { 1 }, new int[0, 5], new(new Cabinet(FrozenSet<string>.Empty, default, null, null, [])), [Tuple.Create(1)])),
        EchoCollections.UnitOf(new Dictionary<string, HashSet<Stack<int>[]>> { ["k"] = [[new([1, 2]), new()]] }),
    ];
}
