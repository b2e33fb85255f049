using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Collections that would not mean the same on the other side.</summary>
public class CollectionDefenceTests
{
    private static readonly StringComparer Own = StringComparer.OrdinalIgnoreCase;

    public static TheoryData<PuddleUnit> WithComparers =>
    [
        EchoCollections.UnitOf(new HashSet<string?>(Own)),
        EchoCollections.UnitOf(new SortedSet<string>(Own)),
        EchoCollections.UnitOf((ISet<string>)new HashSet<string>(Own)),
        EchoCollections.UnitOf(ImmutableHashSet.Create<string>(Own)),
        EchoCollections.UnitOf(ImmutableSortedSet.Create<int>(Comparer<int>.Create((x, y) => y - x))),
        EchoCollections.UnitOf(FrozenSet.Create(Own, "a")),
        EchoCollections.UnitOf(new PriorityQueue<string?, int>(Comparer<int>.Create((x, y) => y - x))),
        EchoCollections.UnitOf(new SortedDictionary<string, int>(Own)),
        EchoCollections.UnitOf(new SortedList<int, string?>(Comparer<int>.Create((x, y) => y - x))),
        EchoCollections.UnitOf(new ConcurrentDictionary<string, int>(Own)),
        EchoCollections.UnitOf(new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(Own)),
        EchoCollections.UnitOf(ImmutableDictionary.Create<string, int>(Own)),
        EchoCollections.UnitOf(ImmutableSortedDictionary.Create<int, string>(null, Own)),
        EchoCollections.UnitOf(new OrderedDictionary<string, int>(Own)),
        EchoCollections.UnitOf(new ReadOnlyDictionary<string, int>(new Dictionary<string, int>(Own))),
        EchoCollections.UnitOf(new ReadOnlyDictionary<string, int>(new ReadOnlyDictionary<string, int>(new Dictionary<string, int>(Own)))),
        EchoCollections.UnitOf((IReadOnlyDictionary<string, int>)new ReadOnlyDictionary<string, int>(new Dictionary<string, int>(Own))),
        EchoCollections.UnitOf((IDictionary<string, int>)new SortedDictionary<string, int>(Own)),
        EchoCollections.UnitOf(new ReadOnlySet<string>(new HashSet<string>(Own))),
    ];

    [Theory]
    [MemberData(nameof(WithComparers), DisableDiscoveryEnumeration = true)]
    public void A_comparer_of_its_own_is_refused(PuddleUnit unit) =>
        Assert.Contains("comparer", Assert.Throws<PuddleSerializationException>(() => Call.Encode(unit)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_default_comparer_may_be_named()
    {
        Call.Encode(EchoCollections.UnitOf(new HashSet<string?>(StringComparer.Ordinal)));
        Call.Encode(EchoCollections.UnitOf(new SortedSet<string>(Comparer<string>.Default)));
    }

    [Fact]
    public void An_immutable_array_that_was_never_made_is_refused() =>
        Assert.Throws<PuddleSerializationException>(() => Call.Encode(EchoCollections.UnitOf(default(ImmutableArray<string>))));

    [Fact]
    public void A_lazy_value_that_fails_fails_at_the_caller() =>
        Assert.Throws<FormatException>(() => Call.Encode(EchoCollections.UnitOf(new Lazy<string?>(() => throw new FormatException()))));

    public static TheoryData<PuddleUnit, string> Wrong => new()
    {
        { EchoCollections.UnitOf(new HashSet<string?>()), """["a","a"]""" },
        { EchoCollections.UnitOf(new HashSet<string?>()), """[null,null]""" },
        { EchoCollections.UnitOf(new SortedSet<string>()), """["a","a"]""" },
        { EchoCollections.UnitOf((ISet<string>)new HashSet<string>()), """["a","a"]""" },
        { EchoCollections.UnitOf(ImmutableHashSet<string>.Empty), """["a","a"]""" },
        { EchoCollections.UnitOf(FrozenSet<string>.Empty), """["a","a"]""" },
        { EchoCollections.UnitOf(new SortedDictionary<string, int>()), """{"a":1,"a":2}""" },
        { EchoCollections.UnitOf(new ConcurrentDictionary<string, int>()), """{"a":1,"a":2}""" },
        { EchoCollections.UnitOf(ImmutableDictionary<string, int>.Empty), """{"a":1,"a":2}""" },
        { EchoCollections.UnitOf(new PriorityQueue<int, Point>()), """[[1,{"X":1,"Y":1}],[2,{"X":2,"Y":2}]]""" },
        { EchoCollections.UnitOf(new string?[1, 1, 1]), """[[1,1],["a"]]""" },
        { EchoCollections.UnitOf(new string?[1, 1, 1]), """[[1,1,2],["a"]]""" },
        { EchoCollections.UnitOf(new string?[1, 1, 1]), """[[-1,-1,1],["a"]]""" },
        { EchoCollections.UnitOf(new string?[1, 1, 1]), """[[2000000000,2000000000,0],[]]""" },
        { EchoCollections.UnitOf(Tuple.Create(1)), "[1,2]" },
        { EchoCollections.UnitOf(new Lazy<string?>("")), "[]" },
        { EchoCollections.UnitOf(Array.Empty<double>()), "null" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task What_is_none_is_refused(PuddleUnit unit, string json) =>
        await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(unit.Task.Id, MessagePackSerializer.ConvertFromJson($"[{json}]")));

    [Fact]
    public async Task A_block_that_is_no_whole_number_of_elements_is_refused() =>
        Assert.Contains("whole number", (await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(EchoCollections.UnitOf(Array.Empty<double>()).Task.Id, [0x91, 0xC4, 0x07, 0, 0, 0, 0, 0, 0, 0]))).Message, StringComparison.Ordinal);
}
