namespace Puddles;

/// <summary>Holds the default pool apart, so that it is made when it is first used and no sooner.</summary>
internal static class DefaultPool
{
    public static ProcessPool Instance { get; } = new();
}
