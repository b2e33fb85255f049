namespace Puddles;

/// <content>The library's own, which a task throws that uses a pool itself.</content>
internal static partial class KnownExceptions
{
    private static Exception? MakeOwn(string type, in ExceptionParts parts) => type switch
    {
        "Puddles.PuddleException" => new PuddleException(parts.Message, parts.Cause),
        "Puddles.PuddleSerializationException" => new PuddleSerializationException(parts.Message, parts.Cause),
        "Puddles.PayloadTooLargeException" => new PayloadTooLargeException(parts.Message, parts.Cause),
        "Puddles.QueueFullException" => new QueueFullException(parts.Message, parts.Cause) { QueueLimit = parts.Details.Int(ExceptionDetails.Limit) ?? 0 },
        "Puddles.QueueTimeoutException" => new QueueTimeoutException(parts.Message, parts.Cause)
        {
            TaskName = parts.Details.Text(ExceptionDetails.TaskName) ?? "",
            Timeout = new TimeSpan(parts.Details.Number(ExceptionDetails.Timeout) ?? 0),
        },
        "Puddles.TaskTimeoutException" => MakeTimeout(parts),
        "Puddles.WorkerDiedException" => MakeDied(parts),
        "Puddles.WorkerStartException" => MakeStart(parts),
        _ => null,
    };

    private static TaskTimeoutException MakeTimeout(in ExceptionParts parts) => new(parts.Message, parts.Cause)
    {
        TaskName = parts.Details.Text(ExceptionDetails.TaskName) ?? "",
        Timeout = new TimeSpan(parts.Details.Number(ExceptionDetails.Timeout) ?? 0),
    };

    private static WorkerDiedException MakeDied(in ExceptionParts parts) => new(parts.Message, parts.Cause)
    {
        ProcessId = parts.Details.Int(ExceptionDetails.ProcessId) ?? 0,
        ExitCode = parts.Details.Int(ExceptionDetails.ExitCode),
        Signal = parts.Details.Int(ExceptionDetails.Signal),
        StandardErrorTail = parts.Details.Text(ExceptionDetails.StandardErrorTail),
        Started = (TaskStart)(parts.Details.Int(ExceptionDetails.Started) ?? (int)TaskStart.Maybe),
    };

    private static WorkerStartException MakeStart(in ExceptionParts parts) => new(parts.Message, parts.Cause)
    {
        ProcessId = parts.Details.Int(ExceptionDetails.ProcessId),
        ExitCode = parts.Details.Int(ExceptionDetails.ExitCode),
        Signal = parts.Details.Int(ExceptionDetails.Signal),
        StandardErrorTail = parts.Details.Text(ExceptionDetails.StandardErrorTail),
    };
}
