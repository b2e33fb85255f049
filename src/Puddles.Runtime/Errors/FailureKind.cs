namespace Puddles;

/// <summary>What went wrong with a call, or the start of a worker, that the worker answers with a failure. The values are part of the wire format.</summary>
internal enum FailureKind
{
    /// <summary>The task threw.</summary>
    Thrown = 0,

    /// <summary>An argument could not be read.</summary>
    ArgumentsUnreadable = 1,

    /// <summary>The result could not be written.</summary>
    ResultUnwritable = 2,

    /// <summary>The result takes more bytes than are allowed.</summary>
    ResultTooLarge = 3,

    /// <summary>The worker has no task of that id.</summary>
    UnknownTask = 4,

    /// <summary>The worker has the task with other parameters or another result.</summary>
    ContractMismatch = 5,

    /// <summary>The worker has no head of that id.</summary>
    UnknownHead = 6,
}
