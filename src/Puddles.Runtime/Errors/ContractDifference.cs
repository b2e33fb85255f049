using Puddles.Contracts;
using Puddles.Hosting;

namespace Puddles;

/// <summary>Tells why a worker of another build cannot take a task.</summary>
internal static class ContractDifference
{
    private const string Remedy = "Caller and worker must be of the same build, or differ only in what docs/contract.md allows.";

    /// <summary>Names the first parameter, or the result, in which the worker's schema does not go with the caller's.</summary>
    public static string Describe(TaskDefinition task, string workerSchema) =>
        ContractCheck.Find(Schema.Parse(task.Schema), Schema.Parse(workerSchema)) is { } difference
            ? $"Task '{task.Name}' is not the same in the worker: {difference.Describe("here", "there")} {Remedy}"
            : $"Task '{task.Name}' is not the same in the worker, though its parameters and result read alike: a type that they are made of differs. {Remedy}";
}
