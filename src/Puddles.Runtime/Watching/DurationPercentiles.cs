namespace Puddles;

/// <summary>How durations are spread, over all that were counted since the pool was made. Each is off by 1/32 of its value at most. Immutable.</summary>
public sealed record DurationPercentiles
{
    /// <summary>How many were counted; where none were, all others are zero.</summary>
    public long Count { get; init; }

    /// <summary>Half of them took no longer.</summary>
    public TimeSpan P50 { get; init; }

    /// <summary>90 of 100 took no longer.</summary>
    public TimeSpan P90 { get; init; }

    /// <summary>99 of 100 took no longer.</summary>
    public TimeSpan P99 { get; init; }
}
