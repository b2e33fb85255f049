using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;
using Puddles.Serialization;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Keys that were made to collide: a reader without defence would take minutes over each of these.</summary>
public class CollisionTests
{
    private const int Count = 300_000;
    private const int FewerCount = 20_000;

    // The hash code of a long, and of a double of the same bits, is one half of it xor the other.
    private static readonly long[] Longs = [.. Enumerable.Range(1, Count).Select(number => ((long)number << 32) | (uint)number)];

    public static TheoryData<PuddleUnit> SetsOfLongs =>
    [
        EchoKeys.UnitOf(new HashSet<long>()),
        EchoKeys.UnitOf(new HashSet<double>()),
        EchoKeys.UnitOf(ReadOnlySet<long>.Empty),
        EchoKeys.UnitOf(ImmutableHashSet<long>.Empty),
        EchoKeys.UnitOf(FrozenSet<long>.Empty),
    ];

    [Theory]
    [MemberData(nameof(SetsOfLongs), DisableDiscoveryEnumeration = true)]
    public async Task Sets_of_crafted_numbers_are_refused(PuddleUnit unit) =>
        await AssertRefused(unit, (ref MessagePackWriter writer) => writer.Write(MemoryMarshal.AsBytes(Longs.AsSpan())));

    [Fact]
    public async Task A_set_of_crafted_ids_is_refused()
    {
        int[] ids = [.. Enumerable.Range(1, Count).SelectMany(number => new[] { number, number, 0, 0 })];

        await AssertRefused(EchoKeys.UnitOf(new HashSet<Guid>()), (ref MessagePackWriter writer) => writer.Write(MemoryMarshal.AsBytes(ids.AsSpan())));
    }

    [Fact]
    public async Task A_set_of_crafted_tuples_is_refused() =>
        await AssertRefused(EchoKeys.UnitOf(new HashSet<(long, string)>()), (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(Count);
            foreach (long number in Longs)
            {
                writer.WriteArrayHeader(2);
                writer.Write(number);
                writer.Write("");
            }
        });

    public static TheoryData<PuddleUnit> DictionariesByLong =>
    [
        EchoKeys.UnitOf(new Dictionary<long, bool>()),
        EchoKeys.UnitOf(new ConcurrentDictionary<long, bool>()),
        EchoKeys.UnitOf(ImmutableDictionary<long, bool>.Empty),
        EchoKeys.UnitOf(FrozenDictionary<long, bool>.Empty),
        EchoKeys.UnitOf(new OrderedDictionary<long, bool>()),
        EchoKeys.UnitOf(ReadOnlyDictionary<long, bool>.Empty),
    ];

    [Theory]
    [MemberData(nameof(DictionariesByLong), DisableDiscoveryEnumeration = true)]
    public async Task Dictionaries_with_crafted_keys_are_refused(PuddleUnit unit) =>
        await AssertRefused(unit, (ref MessagePackWriter writer) =>
        {
            writer.WriteMapHeader(Count);
            foreach (long number in Longs)
            {
                writer.Write(number);
                writer.Write(false);
            }
        });

    [Fact]
    public async Task Keys_that_only_share_a_bucket_are_refused()
    {
        // Hash codes that differ, and are all multiples of the number of buckets; the upper half makes the keys differ.
        uint buckets = (uint)new HashSet<long>(Count).Capacity;
        long[] multiples = [.. Enumerable.Range(0, Count).Select(number => ((long)number << 32) | (uint)(number ^ (number % 10_000 * buckets)))];
        Assert.Equal(10_000, multiples.Select(number => number.GetHashCode()).Distinct().Count());

        await AssertRefused(EchoKeys.UnitOf(new HashSet<long>()), (ref MessagePackWriter writer) => writer.Write(MemoryMarshal.AsBytes(multiples.AsSpan())));
    }

    [Fact]
    public async Task No_more_comparisons_are_made_than_are_allowed()
    {
        CountingKey.ResetComparisons();

        await AssertRefused(EchoKeys.UnitOf(new HashSet<CountingKey>()), (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(FewerCount);
            for (int number = 0; number < FewerCount; number++)
            {
                WriteKey(ref writer, number);
            }
        });

        Assert.InRange(CountingKey.Comparisons, 1, HashLoad<CountingKey>.MostComparisons * FewerCount);
    }

    [Fact]
    public async Task No_more_comparisons_are_made_in_a_dictionary_that_grows()
    {
        byte[] dictionary = Call.Encode(EchoKeys.UnitOf(new Dictionary<CountingKey, Holder> { [new CountingKey(1, 0)] = default }));
        byte[] value = dictionary[(2 + KeyBytes(1).Length)..];
        CountingKey.ResetComparisons();

        await AssertRefused(EchoKeys.UnitOf(new Dictionary<CountingKey, Holder>()), (ref MessagePackWriter writer) =>
        {
            writer.WriteMapHeader(FewerCount);
            for (int number = 0; number < FewerCount; number++)
            {
                WriteKey(ref writer, number);
                writer.WriteRaw(value);
            }
        });

        Assert.InRange(CountingKey.Comparisons, 1, HashLoad<CountingKey>.MostComparisons * FewerCount);
    }

    [Fact]
    public async Task A_few_keys_may_collide_as_they_like()
    {
        HashSet<CountingKey> keys = [.. Enumerable.Range(0, 2 * HashLoad<CountingKey>.MostComparisons).Select(number => new CountingKey(number, 7))];

        Assert.Equal(keys, await Call.Through(EchoKeys.UnitOf(keys)));
    }

    [Fact]
    public async Task Usual_keys_pass_in_any_number()
    {
        HashSet<int> numbers = [.. Enumerable.Range(-50_000, 100_000).Select(number => number * 1024)];
        Assert.Equal(numbers, await Call.Through(EchoKeys.UnitOf(numbers)));

        HashSet<double> doubles = [.. Enumerable.Range(0, 100_000).Select(number => (double)number)];
        Assert.Equal(doubles, await Call.Through(EchoKeys.UnitOf(doubles)));

        var grown = Enumerable.Range(0, 5_000).ToDictionary(number => new CountingKey(number, number * 31), number => new Holder(number, 0, 0, 0, 0));
        Assert.Equal(grown, await Call.Through(EchoKeys.UnitOf(grown)));

        var concurrent = new ConcurrentDictionary<long, bool>(Enumerable.Range(0, 5_000).Select(number => KeyValuePair.Create((long)number, true)));
        Assert.Equal(concurrent.OrderBy(entry => entry.Key), (await Call.Through(EchoKeys.UnitOf(concurrent))).OrderBy(entry => entry.Key));
    }

    [Fact]
    public async Task Large_frozen_collections_of_texts_take_hash_codes_that_nobody_can_compute()
    {
        FrozenSet<string> texts = Enumerable.Range(0, 5_000).Select(number => $"text {number}").ToFrozenSet();
        FrozenSet<string> back = await Call.Through(EchoKeys.UnitOf(texts));
        Assert.IsType<OrdinalKeys>(back.Comparer);
        Assert.Equal(texts.Order(), back.Order());
        Assert.Contains("text 7", (IReadOnlySet<string>)back);
        Assert.DoesNotContain("TEXT 7", (IReadOnlySet<string>)back);
        Assert.Equal(texts.Order(), (await Call.Through(EchoKeys.UnitOf(back))).Order());

        FrozenDictionary<string, bool> flags = texts.ToFrozenDictionary(text => text, _ => true);
        Assert.IsType<OrdinalKeys>((await Call.Through(EchoKeys.UnitOf(flags))).Comparer);
        Assert.Same(EqualityComparer<string>.Default, (await Call.Through(EchoKeys.UnitOf(FrozenSet.Create("a")))).Comparer);
    }

    [Fact]
    public async Task Finished_collections_have_the_default_comparer()
    {
        Assert.Same(EqualityComparer<long>.Default, (await Call.Through(EchoKeys.UnitOf(new HashSet<long>(Enumerable.Range(0, 1000).Select(number => (long)number))))).Comparer);
        Assert.Same(EqualityComparer<long>.Default, (await Call.Through(EchoKeys.UnitOf(Enumerable.Range(0, 1000).ToDictionary(number => (long)number, _ => true)))).Comparer);
    }

    private delegate void Write(ref MessagePackWriter writer);

    private static async Task AssertRefused(PuddleUnit unit, Write write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        writer.WriteArrayHeader(1);
        write(ref writer);
        writer.Flush();
        var error = await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(unit.Task.Id, output.WrittenSpan.ToArray()));
        Assert.Contains("collide", error.Message, StringComparison.Ordinal);
    }

    private static byte[] KeyBytes(int number)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        WriteKey(ref writer, number);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static void WriteKey(ref MessagePackWriter writer, int number)
    {
        writer.WriteMapHeader(2);
        writer.Write("Hash");
        writer.Write(0);
        writer.Write("Number");
        writer.Write(number);
    }
}
