namespace Puddles;

/// <summary>
/// The exceptions that come back as what they were: a fixed list, so that a payload can never name a type of its own
/// choosing, and nothing is looked up by reflection.
/// </summary>
internal static partial class KnownExceptions
{
    public const string RemoteTask = "Puddles.RemoteTaskException";

    /// <summary>Puts one together; null where its type is not on the list.</summary>
    public static Exception? Make(string type, in ExceptionParts parts) =>
        MakeSystem(type, parts)
        ?? MakeArgument(type, parts)
        ?? MakeIO(type, parts)
        ?? MakeThreading(type, parts)
        ?? MakeNet(type, parts)
        ?? MakeText(type, parts)
        ?? MakeRuntime(type, parts)
        ?? MakeOwn(type, parts);
}
