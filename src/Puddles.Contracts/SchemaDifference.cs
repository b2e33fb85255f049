namespace Puddles.Contracts;

/// <summary>Why two schemas do not go together: the first place where they part.</summary>
/// <param name="Parameter">The parameter; null for the result.</param>
/// <param name="Path">The place in it, such as <c>order.Lines[].Tag</c>; null where a whole line differs.</param>
/// <param name="Caller">What the caller has there; null where it has nothing.</param>
/// <param name="Worker">What the worker has there; null where it has nothing.</param>
internal sealed record SchemaDifference(string? Parameter, string? Path, string? Caller, string? Worker)
{
    /// <summary>The difference as a sentence.</summary>
    /// <param name="caller">What to call the caller's side, such as <c>here</c>.</param>
    /// <param name="worker">What to call the worker's side, such as <c>there</c>.</param>
    public string Describe(string caller, string worker) => this switch
    {
        { Path: not null } => $"{Subject} differs: '{Path}' {Sides(caller, worker)}.",
        { Worker: null } => $"{Subject} '{Caller}' is missing {worker}.",
        { Caller: null } => $"it has no parameter '{Worker}' {caller}.",
        _ => $"{Subject} is '{Caller}' {caller} and '{Worker}' {worker}.",
    };

    private string Subject => Parameter is null ? "its result" : Path is null ? "its parameter" : $"its parameter '{Parameter}'";

    private string Sides(string caller, string worker) => (Caller, Worker) switch
    {
        (not null, null) => $"is '{Caller}' {caller} and missing {worker}",
        (null, not null) => $"is missing {caller} and '{Worker}' {worker}",
        _ => $"is '{Caller}' {caller} and '{Worker}' {worker}",
    };
}
