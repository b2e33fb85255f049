namespace Puddles.Faults.Tests.Hostility;

/// <summary>Tests that crowd every worker of the process: they run alone, as the rogue workers of others come once and not again.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CrowdAlone
{
    public const string Name = "Crowd";
}
