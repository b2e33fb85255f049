namespace Benchmarks.Contenders;

/// <summary>Something that is measured beside others: a row of the table.</summary>
/// <param name="Id">Its name on the command line and in the JSON.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What it is.</param>
/// <param name="BuildAsync">Makes its program, where it has to be made, and returns the command that runs it.</param>
internal sealed record Contender(string Id, string Name, ContenderKind Kind, Func<Programs, Task<string[]>> BuildAsync)
{
    /// <summary>What its program is given with every work.</summary>
    public string[] Always { get; init; } = [];

    /// <summary>What is not as for all others, by the work and the name of the value.</summary>
    public Dictionary<(string Work, string Name), double> Exceptions { get; init; } = [];
}
