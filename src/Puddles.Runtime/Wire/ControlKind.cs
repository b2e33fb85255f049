namespace Puddles.Wire;

/// <summary>What a message on the control channel, the worker's standard input, is.</summary>
internal enum ControlKind : byte
{
    /// <summary>Cancel the call: hand it back where it has not begun, cancel its token where it runs.</summary>
    Cancel = 1,

    /// <summary>Hand the call back where it has not begun; let it run where it has.</summary>
    Withdraw = 2,

    /// <summary>The connection is about to be closed, and not because the host is dying: end in good order.</summary>
    Stop = 3,

    /// <summary>Say that you are there.</summary>
    Ping = 4,
}
