using MessagePack;
using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>What is copied as memory, and what must not be.</summary>
public class BlockTests
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    public static TheoryData<PuddleUnit, int> Blocks
    {
        get
        {
            var data = new TheoryData<PuddleUnit, int>();
            foreach ((PuddleUnit unit, int bytes) in BlockCases.Blocks)
            {
                data.Add(unit, bytes);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks), DisableDiscoveryEnumeration = true)]
    public async Task A_block_is_one_binary_and_comes_back(PuddleUnit unit, int bytes)
    {
        byte[] arguments = Call.Encode(unit);

        Assert.Equal([0x91, MessagePackCode.Bin8, (byte)bytes], arguments[..3]);
        Assert.Equal(3 + bytes, arguments.Length);
        await Check.ComesBackEqual(unit);
    }

    [Theory]
    [MemberData(nameof(Blocks), DisableDiscoveryEnumeration = true)]
    public async Task Cut_or_changed_bytes_do_no_more_than_fail_the_call(PuddleUnit unit, int bytes)
    {
        Assert.InRange(bytes, 0, byte.MaxValue);
        await Hostility.Try(unit);
    }

    public static TheoryData<PuddleUnit> OneByOne => [.. BlockCases.OneByOne];

    [Theory]
    [MemberData(nameof(OneByOne), DisableDiscoveryEnumeration = true)]
    public async Task What_has_gaps_references_or_rules_is_written_one_by_one_and_comes_back(PuddleUnit unit)
    {
        byte[] arguments = Call.Encode(unit);

        Assert.InRange(arguments[1], MessagePackCode.MinFixArray, MessagePackCode.MaxFixArray);
        await Check.ComesBackEqual(unit);
    }

    [Fact]
    public void The_bytes_are_those_of_the_document()
    {
        Assert.Equal([0x91, 0xC4, 2, 1, 0], Call.Encode(EchoBlocks.UnitOf(new[] { true, false })));
        Assert.Equal([0x91, 0xC4, 1, 0x80], Call.Encode(EchoBlocks.UnitOf(new[] { Tiny.Low })));
        Assert.Equal([0x91, 0xC4, 16, 0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF], Call.Encode(EchoBlocks.UnitOf(new[] { Id })));
        Assert.Equal([0x91, 0xC4, 5, 1, 2, 0, 0, 0], Call.Encode(EchoBlocks.UnitOf(new[] { new Packed(1, 2) })));
        Assert.Equal(
            [0x91, 0xC4, 16, 1, 0x80, 0x78, 0, 4, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0],
            Call.Encode(EchoBlocks.UnitOf((List<Flagged>)[new(true, Tiny.Low, 'x') { Fourth = 4, Fifth = 5 }])));
    }

    [Fact]
    public async Task Grids_of_structs_are_blocks()
    {
        Spot[,] grid = { { new(1, 2), new(3, 4) }, { new(5, 6), new(7, 8) } };

        Assert.Equal(grid, await Call.Through(EchoBlocks.UnitOf(grid)));
        Assert.Equal([0x91, 0x92, 0x92, 2, 2, 0xC4, 64], Call.Encode(EchoBlocks.UnitOf(grid))[..7]);
    }

    [Theory]
    [InlineData(0x91, 0xC4, 0x03, 0x01, 0x00, 0x02)]
    [InlineData(0x91, 0xC4, 0x01, 0xFF)]
    public async Task A_bool_that_is_neither_is_refused(params int[] bytes) =>
        Assert.Contains($"Element {bytes.Length - 4} of a block", await RefusalOf(EchoBlocks.UnitOf(new[] { true }), bytes), StringComparison.Ordinal);

    [Fact]
    public async Task A_bool_within_a_struct_is_looked_at() =>
        Assert.Contains("Element 0 of a block", await RefusalOf(EchoBlocks.UnitOf(new List<Flagged>()), [0x91, 0xC4, 16, 2, .. new int[15]]), StringComparison.Ordinal);

    [Fact]
    public async Task Half_an_element_is_refused() =>
        Assert.Contains("elements of 16 bytes", await RefusalOf(EchoBlocks.UnitOf(Array.Empty<Spot>()), [0x91, 0xC4, 24, .. new int[24]]), StringComparison.Ordinal);

    [Fact]
    public void The_contract_tells_the_order_of_the_members_in_memory()
    {
        Assert.Contains(" as First, Second, Third, Fourth, Fifth)", EchoBlocks.UnitOf(new List<Flagged>()).Task.Schema, StringComparison.Ordinal);
        Assert.EndsWith("-> block(Puddles.Generators.ExecutionTests.Tasks.Spot {X: double, Y: double} as X, Y)", EchoBlocks.UnitOf(Array.Empty<Spot>()).Task.Schema, StringComparison.Ordinal);
        Assert.EndsWith("-> grid2(Puddles.Generators.ExecutionTests.Tasks.Spot {X: double, Y: double} as X, Y)", EchoBlocks.UnitOf(new Spot[0, 0]).Task.Schema, StringComparison.Ordinal);
        Assert.EndsWith("-> block<bool>", EchoBlocks.UnitOf(Array.Empty<bool>()).Task.Schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_constructor_or_a_setter_forbids_stays_forbidden()
    {
        foreach (PuddleUnit unit in new PuddleUnit[] { EchoBlocks.UnitOf(new[] { new Percent(1) }), EchoBlocks.UnitOf(new[] { new Checked { Value = 1 } }) })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Call.Invoke(unit.Task.Id, MessagePackSerializer.ConvertFromJson("""[[{"Value":101}]]""")));
        }
    }

    private static async Task<string> RefusalOf(PuddleUnit unit, int[] bytes) =>
        (await Assert.ThrowsAsync<PuddleSerializationException>(() => Call.Invoke(unit.Task.Id, [.. bytes.Select(value => (byte)value)]))).Message;
}
