namespace Puddles;

/// <summary>Whether a call had begun when its worker died.</summary>
public enum TaskStart
{
    /// <summary>It had not: nothing of it has happened.</summary>
    Never,

    /// <summary>It may have: any part of it may have happened.</summary>
    Maybe,
}
