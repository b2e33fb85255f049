using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Every collection comes back with its elements, in its order.</summary>
public class CollectionTests
{
    private static readonly string[] Words = ["c", "a", "b"];

    public static TheoryData<PuddleUnit> Units =>
    [
        EchoCollections.UnitOf(new HashSet<string?> { "b", null, "a" }),
        EchoCollections.UnitOf((HashSet<int>?)null),
        EchoCollections.UnitOf(new HashSet<int> { 3, 1, 2 }),
        EchoCollections.UnitOf(new SortedSet<string>(Words)),
        EchoCollections.UnitOf((ISet<string>)new SortedSet<string>(Words)),
        EchoCollections.UnitOf((IReadOnlySet<Point>)new HashSet<Point> { new(1, 2) }),
        EchoCollections.UnitOf((ICollection<string>)Words),
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

    [Theory]
    [MemberData(nameof(Units), DisableDiscoveryEnumeration = true)]
    public async Task Comes_back_equal(PuddleUnit unit)
    {
        byte[] arguments = Call.Encode(unit);

        Assert.Equal(arguments[1..], await Call.Invoke(unit.Task.Id, arguments));
    }

    [Theory]
    [MemberData(nameof(Units), DisableDiscoveryEnumeration = true)]
    public async Task Cut_or_changed_bytes_do_no_more_than_fail_the_call(PuddleUnit unit) => await Hostility.Try(unit);

    [Fact]
    public async Task Order_is_kept()
    {
        Assert.Equal(["b", "a", "c"], await Call.Through(EchoCollections.UnitOf(new Stack<string>(Words))));
        Assert.Equal(["b", "a", "c"], await Call.Through(EchoCollections.UnitOf(new ConcurrentStack<string>(Words))));
        Assert.Equal(new[] { "b", "a", "c" }, (await Call.Through(EchoCollections.UnitOf(ImmutableStack.Create(Words)))).AsEnumerable());
        Assert.Equal(Words, await Call.Through(EchoCollections.UnitOf(new Queue<string>(Words))));
        Assert.Equal(new[] { "a", "b", "c" }, (await Call.Through(EchoCollections.UnitOf(new SortedSet<string>(Words)))).AsEnumerable());
        Assert.Equal(["a", "b", "c"], await Call.Through(EchoCollections.UnitOf((ISet<string>)new HashSet<string>(["a", "b", "c"]))));

        PriorityQueue<string?, int> queue = await Call.Through(EchoCollections.UnitOf(new PriorityQueue<string?, int>([("x", 3), ("y", 1), ("z", 2)])));
        Assert.Equal(("y", "z", "x"), (queue.Dequeue(), queue.Dequeue(), queue.Dequeue()));
    }

    [Fact]
    public async Task What_a_window_shows_comes_back()
    {
        Assert.Equal(["a", "b"], (await Call.Through(EchoCollections.UnitOf(Words.AsMemory(1)))).ToArray());
        Assert.Equal(new[] { 2, 3 }, (await Call.Through(EchoCollections.UnitOf(new ArraySegment<int>([1, 2, 3, 4], 1, 2)))).AsEnumerable());
        Assert.Equal(0, (await Call.Through(EchoCollections.UnitOf(default(ArraySegment<int>)))).Count);
        Assert.Equal(0, (await Call.Through(EchoCollections.UnitOf(default(Memory<string>)))).Length);
        Assert.Equal([1, 2, 3], (await Call.Through(EchoCollections.UnitOf(new ReadOnlySequence<byte>([0, 1, 2, 3], 1, 3)))).ToArray());
    }

    [Fact]
    public async Task Arrays_of_several_dimensions_keep_their_lengths()
    {
        Assert.Equal(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } }, await Call.Through(EchoCollections.UnitOf(new int[,] { { 1, 2, 3 }, { 4, 5, 6 } })));
        Assert.Equal(new string?[,,] { { { "a", null } } }, await Call.Through(EchoCollections.UnitOf(new string?[,,] { { { "a", null } } })));
        int[,] empty = await Call.Through(EchoCollections.UnitOf(new int[3, 0]));
        Assert.Equal((3, 0), (empty.GetLength(0), empty.GetLength(1)));
    }

    [Fact]
    public async Task A_lazy_value_is_made_by_the_caller()
    {
        Assert.Equal("late", (await Call.Through(EchoCollections.UnitOf(new Lazy<string?>(() => "late")))).Value);
        Assert.Null((await Call.Through(EchoCollections.UnitOf(new Lazy<string?>(() => null)))).Value);
    }

    [Fact]
    public async Task Tuples_of_any_length_come_back()
    {
        var nine = new Tuple<int, int, int, int, int, int, int, Tuple<int, string>>(1, 2, 3, 4, 5, 6, 7, new(8, "nine"));
        Assert.Equal(nine, await Call.Through(EchoCollections.UnitOf(nine)));
        Assert.Equal(new ValueTuple<string>("x"), await Call.Through(EchoCollections.UnitOf(new ValueTuple<string>("x"))));
    }

    [Fact]
    public async Task Blocks_keep_every_bit()
    {
        double[] numbers = [double.NaN, -0.0, double.Epsilon, double.NegativeInfinity];
        double[] back = await Call.Through(EchoCollections.UnitOf(numbers));
        Assert.Equal(numbers.Select(BitConverter.DoubleToInt64Bits), back.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal([0x91, 0xC4, 0x04, 0x01, 0x80, 0xFE, 0xFF], Call.Encode(EchoCollections.UnitOf((IReadOnlyList<short>)[-32767, -2])));
    }
}
