namespace Puddles.Faults.Tests.Support;

/// <summary>A test that only root can do: elsewhere it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = WhyNot;

    /// <summary>Why it cannot be done, or null where it can.</summary>
    public static string? WhyNot => Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? null : "It mounts or changes the user, which takes root on Linux.";
}
