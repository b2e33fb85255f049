namespace Puddles;

/// <summary>In which order a stream hands out the outcomes of its calls.</summary>
public enum StreamOrder
{
    /// <summary>As the calls end.</summary>
    Completion,

    /// <summary>As the calls were given: one that takes long holds up those behind it.</summary>
    Submission,
}
