using Puddles.Wire;

namespace Puddles;

/// <summary>What a unit asks for beyond its task and arguments. Immutable.</summary>
internal sealed record UnitOptions
{
    public static UnitOptions None { get; } = new();

    public TimeSpan? Timeout { get; init; }

    public TimeSpan? QueueTimeout { get; init; }

    public int Priority { get; init; }

    public int? Retries { get; init; }

    /// <summary>What it asks of the worker.</summary>
    public CallTerms Terms { get; init; } = CallTerms.None;

    /// <summary>Who gets what it writes.</summary>
    public CapturedOutput? Output { get; init; }

    /// <summary>An action that takes an exception or null, or one that takes an outcome of the task's own type.</summary>
    public Delegate? OnDone { get; init; }
}
