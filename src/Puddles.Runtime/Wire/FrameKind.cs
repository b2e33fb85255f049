namespace Puddles.Wire;

/// <summary>What a frame on the data connection is.</summary>
internal enum FrameKind : byte
{
    /// <summary>Host to worker: run this.</summary>
    Call = 1,

    /// <summary>Worker to host, once, first: ready for calls.</summary>
    Ready = 2,

    /// <summary>Worker to host: the result of a call.</summary>
    Result = 3,

    /// <summary>Worker to host: the call failed.</summary>
    Failure = 4,

    /// <summary>Worker to host: the call ended because it was cancelled.</summary>
    Canceled = 5,

    /// <summary>Worker to host: the call was withdrawn before it began.</summary>
    Withdrawn = 6,

    /// <summary>Worker to host: it is there.</summary>
    Pong = 7,

    /// <summary>Worker to host, once, in place of <see cref="Ready"/>: it has no head, or that failed to set up.</summary>
    StartFailed = 8,

    /// <summary>Worker to host: a call that runs wrote to the console, and its caller wants to see it.</summary>
    Output = 9,

    /// <summary>Host to worker: run these, which are calls of one task.</summary>
    Calls = 10,
}
