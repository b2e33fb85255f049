using Puddles.Hosting;

namespace Puddles;

/// <summary>Finds where two schemas of a task part.</summary>
internal static class ContractDifference
{
    private const string Remedy = "Caller and worker must be of the same build.";

    /// <summary>Names the first parameter, or the result, in which the worker's schema is not the caller's.</summary>
    public static string Describe(TaskDefinition task, string workerSchema)
    {
        string[] here = task.Schema.Split('\n');
        string[] there = workerSchema.Split('\n');
        for (int line = 0; line < Math.Max(here.Length, there.Length); line++)
        {
            string? ours = line < here.Length ? here[line] : null;
            string? theirs = line < there.Length ? there[line] : null;
            if (ours != theirs)
            {
                return $"Task '{task.Name}' is not the same in the worker: {Difference(ours, theirs)} {Remedy}";
            }
        }

        return $"Task '{task.Name}' is not the same in the worker, though its parameters and result read alike: a type that they are made of differs. {Remedy}";
    }

    private static string Difference(string? ours, string? theirs) => (ours, theirs) switch
    {
        (not null, not null) when IsResult(ours) && IsResult(theirs) => $"its result is '{Type(ours)}' here and '{Type(theirs)}' there.",
        (not null, _) when !IsResult(ours) && (theirs is null || IsResult(theirs)) => $"its parameter '{ours}' is missing there.",
        (_, not null) when !IsResult(theirs) && (ours is null || IsResult(ours)) => $"it has no parameter '{theirs}' here.",
        (not null, not null) => $"its parameter is '{ours}' here and '{theirs}' there.",
        _ => "its result is missing on one side.",
    };

    private static bool IsResult(string line) => line.StartsWith("->", StringComparison.Ordinal);

    private static string Type(string line) => line[2..].Trim();
}
