namespace Puddles.Hosting;

/// <summary>What the output of a dispatched call holds.</summary>
internal enum DispatchOutcome
{
    /// <summary>The encoded result.</summary>
    Result,

    /// <summary>An encoded failure.</summary>
    Failure,

    /// <summary>Nothing: the caller cancelled, and the task stopped for it.</summary>
    Canceled,
}
