namespace Benchmarks.Contenders;

/// <summary>A contender that is here and can run.</summary>
/// <param name="Contender">Which.</param>
/// <param name="Command">The command that runs it.</param>
/// <param name="Version">Its own.</param>
internal sealed record Entrant(Contender Contender, string[] Command, string Version);
