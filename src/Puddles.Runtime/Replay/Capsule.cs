using System.Runtime.InteropServices;
using Puddles.Watching;

namespace Puddles.Replay;

/// <summary>One call that failed, with all that it takes to run it again elsewhere.</summary>
internal sealed record Capsule
{
    private const int LongestMessage = 16 * 1024;

    public required ulong TaskId { get; init; }

    public required string TaskName { get; init; }

    public required ulong Contract { get; init; }

    /// <summary>What <see cref="Contract"/> is the fingerprint of, for a message.</summary>
    public required string Schema { get; init; }

    public required ulong HeadId { get; init; }

    public required string HeadName { get; init; }

    public required int Index { get; init; }

    public required int Attempt { get; init; }

    /// <summary>How it ended, by the names of docs/watching.md.</summary>
    public required string Outcome { get; init; }

    /// <summary>The type of what its caller got.</summary>
    public required string ErrorType { get; init; }

    public required string ErrorMessage { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The version of Puddles.</summary>
    public required string Version { get; init; }

    /// <summary>The runtime and the system of the host.</summary>
    public required string Platform { get; init; }

    /// <summary>The arguments as they were sent.</summary>
    public required ReadOnlyMemory<byte> Arguments { get; init; }

    /// <summary>Preserves a call; to be called before it is settled, as its arguments are its own only until then.</summary>
    public static Capsule Of(PuddleCall call, int attempt, Type head, CallOutcome outcome, Exception error) => new()
    {
        TaskId = call.TaskId,
        TaskName = call.TaskName,
        Contract = call.Contract,
        Schema = call.Definition.Schema,
        HeadId = Hosting.HeadId.Of(head),
        HeadName = head.ToString(),
        Index = call.Index,
        Attempt = attempt,
        Outcome = outcome.Name(),
        ErrorType = (error as RemoteTaskException)?.RemoteType ?? error.GetType().FullName ?? "",
        ErrorMessage = error.Message.Length <= LongestMessage ? error.Message : error.Message[..LongestMessage],
        WrittenAt = DateTimeOffset.UtcNow,
        Version = Telemetry.Version ?? "",
        Platform = $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}",
        Arguments = call.Arguments.ToArray(),
    };
}
