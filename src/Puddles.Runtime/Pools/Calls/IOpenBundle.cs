namespace Puddles;

/// <summary>Calls that wait for others to go with.</summary>
internal interface IOpenBundle
{
    /// <summary>Sends them if they have waited since the last time that this was asked.</summary>
    void SendIfOld();
}
