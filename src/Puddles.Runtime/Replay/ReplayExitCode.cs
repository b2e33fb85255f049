namespace Puddles.Replay;

/// <summary>What a replay exits with, where the task does not end the process itself; beyond 1, as in sysexits.h. docs/replay.md has the table.</summary>
internal enum ReplayExitCode
{
    /// <summary>The task ended well this time.</summary>
    Done = 0,

    /// <summary>The task failed again.</summary>
    Failed = 1,

    /// <summary>No file is named.</summary>
    Usage = 64,

    /// <summary>The file is no capsule that this program reads.</summary>
    Damaged = 65,

    /// <summary>There is no such file, or it cannot be read.</summary>
    NoFile = 66,

    /// <summary>This program has no such task or head, or the task with another contract.</summary>
    NotHere = 69,

    /// <summary>The head could not be set up.</summary>
    HeadFailed = 70,
}
