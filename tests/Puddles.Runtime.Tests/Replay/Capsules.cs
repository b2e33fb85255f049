using Puddles.Hosting;
using Puddles.Replay;
using Puddles.TestWorker;

namespace Puddles.Runtime.Tests.Replay;

internal static class Capsules
{
    /// <summary>A call of <see cref="HeadTasks.CountOnHead"/> on its head.</summary>
    public static Capsule Some { get; } = Of(HeadTasks.UnitCountOnHead(), typeof(CountingHead), [0x90]);

    public static Capsule Of(PuddleUnit unit, Type head, byte[] arguments) => new()
    {
        TaskId = unit.Task.Id,
        TaskName = unit.Task.Name,
        Contract = unit.Task.Contract,
        Schema = unit.Task.Schema,
        HeadId = HeadId.Of(head),
        HeadName = head.ToString(),
        Index = 3,
        Attempt = 2,
        Outcome = "threw",
        ErrorType = "System.FormatException",
        ErrorMessage = "Kein Wörterbuch.",
        WrittenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Version = "0.1.0",
        Platform = "some",
        Arguments = arguments,
    };

    public static byte[] Bytes(Capsule capsule) => [.. CapsuleFormat.WriteHeader(capsule).Span, .. capsule.Arguments.Span];
}
