namespace Puddles;

/// <summary>
/// What a running call can know of itself. A task gets it by declaring a parameter of this type, which its helpers do
/// not show; a unit test of the task makes one itself. Immutable.
/// </summary>
public sealed class PuddleContext
{
    /// <summary>The position of the call in its batch, from 0; 0 for a call on its own.</summary>
    public int Index { get; init; }

    /// <summary>Which run of the call this is, from 1; more than 1 only for idempotent tasks whose worker died.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>The number of the worker in its pool, from 1; a replacement gets a number of its own.</summary>
    public int WorkerId { get; init; }

    /// <summary>The process that the task runs in.</summary>
    public int ProcessId { get; init; } = Environment.ProcessId;

    /// <summary>The process that submitted the call; the same as <see cref="ProcessId"/> in an <see cref="InProcessPool"/>.</summary>
    public int ParentProcessId { get; init; } = Environment.ProcessId;

    /// <summary>The head of the worker; null where the engine has none, as in a unit test that makes no head.</summary>
    public ProcessHead? Head { get; init; }

    /// <summary>Cancelled when the caller's token is.</summary>
    public CancellationToken CancellationToken { get; init; }
}
