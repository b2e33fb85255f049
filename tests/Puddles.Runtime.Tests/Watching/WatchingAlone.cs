namespace Puddles.Runtime.Tests.Watching;

/// <summary>Tests that listen to the whole process, or need that nobody does: they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WatchingAlone
{
    public const string Name = "Watching";
}
