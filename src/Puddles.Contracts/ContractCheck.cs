namespace Puddles.Contracts;

/// <summary>Tells whether a caller can use a worker that has the task otherwise than it has it itself.</summary>
internal static class ContractCheck
{
    /// <summary>The first difference that stands in the way; null where the two go together.</summary>
    public static SchemaDifference? Find(Schema caller, Schema worker)
    {
        int common = Math.Min(caller.Parameters.Count, worker.Parameters.Count);
        for (int i = 0; i < common; i++)
        {
            if (FindInParameter(caller.Parameters[i], worker.Parameters[i]) is { } difference)
            {
                return difference;
            }
        }

        // What only one side has must be optional there: it stays at its default.
        return caller.Parameters.Skip(common).FirstOrDefault(static parameter => !parameter.IsOptional) is { } lost
                ? new SchemaDifference(lost.Name, null, lost.Text, null)
            : worker.Parameters.Skip(common).FirstOrDefault(static parameter => !parameter.IsOptional) is { } missing
                ? new SchemaDifference(missing.Name, null, null, missing.Text)
            : new ValueFlow(worker.Result, caller.Result).FindObstacle() is { } obstacle
                ? new SchemaDifference(null, obstacle.Path, obstacle.To, obstacle.From)
            : null;
    }

    private static SchemaDifference? FindInParameter(SchemaLine caller, SchemaLine worker)
    {
        if (caller.Name != worker.Name)
        {
            return new SchemaDifference(caller.Name, null, caller.Text, worker.Text);
        }

        return new ValueFlow(caller, worker).FindObstacle() is not { } obstacle ? null
            : obstacle.Path is null ? new SchemaDifference(caller.Name, null, caller.Text, worker.Text)
            : new SchemaDifference(caller.Name, obstacle.Path, obstacle.From, obstacle.To);
    }
}
