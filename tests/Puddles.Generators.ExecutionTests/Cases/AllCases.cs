namespace Puddles.Generators.ExecutionTests;

/// <summary>What is tried as native code too.</summary>
internal static class AllCases
{
    public static IEnumerable<PuddleUnit> Units =>
    [
        .. PlainCases.All,
        .. ScalarCases.All,
        .. CollectionCases.All,
        .. BlockCases.Blocks.Select(block => block.Unit),
        .. BlockCases.OneByOne,
        .. AnnotatedCases.All,
    ];

    /// <summary>Those whose bytes can be cut and changed everywhere in good time.</summary>
    public static IEnumerable<PuddleUnit> SmallUnits =>
    [
        .. HostileCases.All,
        .. CollectionCases.All,
        .. BlockCases.Blocks.Select(block => block.Unit),
    ];
}
