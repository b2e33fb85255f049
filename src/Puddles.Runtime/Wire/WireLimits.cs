namespace Puddles.Wire;

/// <summary>Bounds that both sides know.</summary>
internal static class WireLimits
{
    /// <summary>The most bytes that a failure takes, however little a result may take.</summary>
    public const int FailureBytes = 1024 * 1024;

    /// <summary>The most bytes that the terms of a call take.</summary>
    public const int TermsBytes = 64 * 1024;
}
