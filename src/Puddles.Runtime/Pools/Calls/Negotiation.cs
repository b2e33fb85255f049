using Puddles.Contracts;
using Puddles.Hosting;

namespace Puddles;

/// <summary>
/// Finds terms on which a worker of another build takes a task. The worker tells its schema when it refuses a call;
/// whether the two go together, the caller decides, for it alone knows both.
/// </summary>
internal static class Negotiation
{
    // Workers of several builds may answer one call in turn.
    private const int MostRounds = 4;

    /// <summary>The terms to try next; null where there are none left, and the failure stands.</summary>
    /// <param name="task">The task as the caller has it.</param>
    /// <param name="refused">The terms that were refused, and after how many others; null for the caller's own.</param>
    /// <param name="kind">Why the worker refused.</param>
    /// <param name="workerSchema">The worker's schema, where it has the task.</param>
    public static WorkerTerms? Next(TaskDefinition task, AdaptedCall? refused, FailureKind kind, string workerSchema)
    {
        if (refused?.Round >= MostRounds + task.EarlierIds.Count)
        {
            return null;
        }

        return kind switch
        {
            FailureKind.UnknownTask => NextId(task, refused?.Terms.TaskId ?? task.Id),
            FailureKind.ContractMismatch => Accept(task, refused?.Terms, workerSchema),
            _ => null,
        };
    }

    private static WorkerTerms? NextId(TaskDefinition task, ulong refused)
    {
        int next = task.EarlierIds.ToList().IndexOf(refused) + 1;
        return next < task.EarlierIds.Count
            ? new WorkerTerms(task.EarlierIds[next], Contract: 0, Schema.Parse(task.Schema).Parameters.Count)
            : null;
    }

    private static WorkerTerms? Accept(TaskDefinition task, WorkerTerms? refused, string workerSchema)
    {
        Schema caller = Schema.Parse(task.Schema);
        Schema worker = Schema.Parse(workerSchema);
        ulong contract = Fnv1a.Hash(workerSchema);
        return contract == (refused?.Contract ?? task.Contract) || ContractCheck.Find(caller, worker) is not null
            ? null
            : new WorkerTerms(refused?.TaskId ?? task.Id, contract, Math.Min(caller.Parameters.Count, worker.Parameters.Count));
    }
}
