using CsCheck;
using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>What is true of all values and of all bytes. A failure prints the seed that makes it come again.</summary>
public class PropertyTests
{
    private const int Seconds = 10;
    private const int BytesForAnyPayload = 100_000;
    private const int BytesForEachByte = 500;

    [Fact]
    public void Generated_values_come_back() => Shapes.All.Sample(
        shape =>
        {
            byte[] arguments = Call.Encode(shape.Unit);
            byte[] result = Call.Invoke(shape.Unit.Task.Id, arguments).GetAwaiter().GetResult();

            // Not the same bytes: some collections are enumerated in the order of their buckets.
            return result.Length == arguments.Length - 1 && shape.IsSame(result);
        },
        time: Seconds,
        threads: 1);

    [Fact]
    public void Mutated_bytes_do_no_more_than_fail_the_call_and_allocate_little() => Gen.Select(Shapes.All, Mutation.All.Array[1, 4]).Sample(
        (shape, mutations) =>
        {
            byte[] bytes = mutations.Aggregate(Call.Encode(shape.Unit), static (bytes, mutation) => mutation.Apply(bytes));
            return Hostility.Allocated(shape.Unit, bytes).GetAwaiter().GetResult() <= BytesForAnyPayload + ((long)BytesForEachByte * bytes.Length);
        },
        time: Seconds,
        threads: 1);

    public static TheoryData<PuddleUnit, byte[]> Small => new()
    {
        { EchoShapes.UnitOf(new List<HashSet<int>>()), [MessagePackCode.Bin8, 0] },
        { EchoShapes.UnitOf((System.Collections.Concurrent.ConcurrentDictionary<string, int>[])[]), [MessagePackCode.MinFixMap] },
        { EchoShapes.UnitOf((Empty[])[]), [MessagePackCode.MinFixMap] },
        { EchoShapes.UnitOf(new Stack<Queue<long>>()), [MessagePackCode.Bin8, 0] },
        { EchoShapes.UnitOf((KeyValuePair<DateTime, TimeSpan?>[])[]), [MessagePackCode.Nil] },
        { EchoShapes.UnitOf((IReadOnlyList<Range>)[]), [MessagePackCode.Nil] },
        { Echo.UnitOf(Array.Empty<string?[]>()), [MessagePackCode.MinFixArray] },
    };

    [Theory]
    [MemberData(nameof(Small), DisableDiscoveryEnumeration = true)]
    public async Task The_smallest_elements_take_a_small_multiple_of_their_bytes(PuddleUnit unit, byte[] element)
    {
        const int Count = 100_000;
        byte[] bytes = [0x91, 0xDD, 0, Count >> 16, (Count >> 8) & 0xFF, Count & 0xFF, .. Enumerable.Repeat(element, Count).SelectMany(static element => element)];

        Assert.InRange(await Hostility.Allocated(unit, bytes), 0, (long)BytesForEachByte * bytes.Length);
    }
}
