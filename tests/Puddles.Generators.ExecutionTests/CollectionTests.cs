using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Every collection comes back with its elements, in its order.</summary>
public class CollectionTests
{
    private static readonly string[] Words = ["c", "a", "b"];

    public static TheoryData<PuddleUnit> Units => [.. CollectionCases.All];

    [Theory]
    [MemberData(nameof(Units), DisableDiscoveryEnumeration = true)]
    public async Task Comes_back_equal(PuddleUnit unit) => await Check.ComesBackEqual(unit);

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
