using Puddles.Generators.ExecutionTests.Tasks;

namespace Puddles.Generators.ExecutionTests;

/// <summary>Elements of fixed size.</summary>
internal static class BlockCases
{
    private static readonly Guid Id = new("00112233-4455-6677-8899-aabbccddeeff");

    /// <summary>What is written as a block, and how many bytes that takes.</summary>
    public static IEnumerable<(PuddleUnit Unit, int Bytes)> Blocks =>
    [
        (EchoBlocks.UnitOf(new[] { true, false, true }), 3),
        (EchoBlocks.UnitOf((List<bool>)[true]), 1),
        (EchoBlocks.UnitOf(new[] { Tiny.Low, Tiny.High, (Tiny)5 }), 3),
        (EchoBlocks.UnitOf(new[] { Wide.All, Wide.None }), 16),
        (EchoBlocks.UnitOf(new[] { DayOfWeek.Friday }.AsMemory()), 4),
        (EchoBlocks.UnitOf(new[] { Id, Guid.Empty }), 32),
        (EchoBlocks.UnitOf((HashSet<Guid>)[Id]), 16),
        (EchoBlocks.UnitOf(new ArraySegment<char>(['a', '\uFFFF', 'c'], 1, 2)), 4),
        (EchoBlocks.UnitOf(new[] { new Spot(1, double.NaN), new Spot(-0.0, 4) }), 32),
        (EchoBlocks.UnitOf(Array.Empty<Spot>()), 0),
        (EchoBlocks.UnitOf((ReadOnlyMemory<Spot>)new[] { new Spot(1, 2) }), 16),
        (EchoBlocks.UnitOf((List<Flagged>)[new(true, Tiny.Low, 'x') { Fourth = 1, Fifth = 2 }]), 16),
        (EchoBlocks.UnitOf(new[] { new Both<Spot, long>(new Spot(1, 2), 3) }), 24),
        (EchoBlocks.UnitOf(new[] { new Packed(1, 2) }), 5),
    ];

    /// <summary>What looks as if it could be one, and cannot.</summary>
    public static IEnumerable<PuddleUnit> OneByOne =>
    [
        EchoBlocks.UnitOf(new[] { new Gappy(1, 2) }),
        EchoBlocks.UnitOf(new[] { new Turned { First = 1, Second = 2 } }),
        EchoBlocks.UnitOf(new[] { new Percent(5) }),
        EchoBlocks.UnitOf(new[] { new Checked { Value = 5 } }),
        EchoBlocks.UnitOf(new[] { new Named(1, "n") }),
        EchoBlocks.UnitOf((bool?[])[true, null]),
        EchoBlocks.UnitOf((Spot?[])[new Spot(1, 2), null]),
    ];
}
