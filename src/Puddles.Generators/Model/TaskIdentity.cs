namespace Puddles.Generators.Model;

/// <summary>What names a task on the wire, and what it promises.</summary>
/// <param name="Id">The hash of <paramref name="Name"/>.</param>
/// <param name="EarlierIds">What it was named by before its last optional parameters were there, from the one with most of them.</param>
/// <param name="Name">The name on the wire.</param>
/// <param name="Contract">The hash of <paramref name="Schema"/>.</param>
/// <param name="Schema">A line for each parameter that is passed, and one for the result.</param>
/// <param name="TimeoutMilliseconds">How long a call may run; 0 for no limit.</param>
/// <param name="Idempotent">Whether running it again does no harm.</param>
/// <param name="Retries">How often it is run again where its call does not say.</param>
internal sealed record TaskIdentity(
    ulong Id,
    EquatableArray<ulong> EarlierIds,
    string Name,
    ulong Contract,
    string Schema,
    int TimeoutMilliseconds,
    bool Idempotent,
    int Retries);
